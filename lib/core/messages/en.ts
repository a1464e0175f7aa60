/** Everything the dashboard says, in English: a namespace a file. */
import { account } from "./en/account";
import { advice } from "./en/advice";
import { alerts } from "./en/alerts";
import { audit } from "./en/audit";
import { catalogue } from "./en/catalogue";
import { charts } from "./en/charts";
import { common } from "./en/common";
import { delivery } from "./en/delivery";
import { events } from "./en/events";
import { form } from "./en/form";
import { health } from "./en/health";
import { inspectors } from "./en/inspectors";
import { logs } from "./en/logs";
import { notices } from "./en/notices";
import { palette } from "./en/palette";
import { shell } from "./en/shell";
import { team } from "./en/team";
import { test } from "./en/test";
import { ui } from "./en/ui";
import { verify } from "./en/verify";
import { webhookPage } from "./en/webhook-page";
import { webhooks } from "./en/webhooks";

export const en = {
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
} as const;
