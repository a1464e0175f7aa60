/** Everything the dashboard says, in German. */
import type { en } from "./en";
import type { In } from "./locale";
import { account } from "./de/account";
import { advice } from "./de/advice";
import { alerts } from "./de/alerts";
import { audit } from "./de/audit";
import { catalogue } from "./de/catalogue";
import { charts } from "./de/charts";
import { common } from "./de/common";
import { delivery } from "./de/delivery";
import { events } from "./de/events";
import { form } from "./de/form";
import { health } from "./de/health";
import { inspectors } from "./de/inspectors";
import { logs } from "./de/logs";
import { notices } from "./de/notices";
import { palette } from "./de/palette";
import { shell } from "./de/shell";
import { team } from "./de/team";
import { test } from "./de/test";
import { ui } from "./de/ui";
import { verify } from "./de/verify";
import { webhookPage } from "./de/webhook-page";
import { webhooks } from "./de/webhooks";

export const de = {
  account,
  advice,
  alerts,
  audit,
  catalogue,
  charts,
  common,
  delivery,
  events,
  form,
  health,
  inspectors,
  logs,
  notices,
  palette,
  shell,
  team,
  test,
  ui,
  verify,
  webhookPage,
  webhooks,
} as const satisfies In<typeof en>;
