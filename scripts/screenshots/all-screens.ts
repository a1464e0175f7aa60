/** Every screen there is a picture of, in the order of the index. */
import type { Screen } from "./screen";
import { logs } from "./screens/logs";
import { account, alerts, apiKeys, auditLog, events, inspectors, palette, signIn, team } from "./screens/simple";
import { webhook } from "./screens/webhook";
import { webhookDialogs } from "./screens/webhook-dialogs";
import { webhookForm } from "./screens/webhook-form";
import { webhooks } from "./screens/webhooks";

export const ALL_SCREENS: readonly Screen[] = [
  signIn,
  webhooks,
  webhookForm,
  webhook,
  webhookDialogs,
  logs,
  events,
  alerts,
  inspectors,
  apiKeys,
  team,
  auditLog,
  account,
  palette,
];
