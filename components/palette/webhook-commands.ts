import type { WebhookAction } from "@/components/webhooks/action";
import type { Webhook } from "@/lib/core/webhook";
import { actionHref, deliveriesHref, editHref, webhookHref } from "@/components/webhooks/paths";

export type WebhookCommand =
  | "open"
  | "test"
  | "deliveries"
  | "edit"
  | "rotate"
  | "pause"
  | "resume"
  | "enable"
  | "replay"
  | "duplicate"
  | "delete";

interface Linked {
  command: WebhookCommand;
  href: string;
}

/** What can be done with a webhook, each as a link: what acts begins on the webhook's page. */
export function webhookCommands({ id, status }: Pick<Webhook, "id" | "status">, mayWrite: boolean): Linked[] {
  const begin = (action: WebhookAction) => actionHref(id, action);
  const resume = status === "disabled" ? "enable" : "resume";
  const looking: Linked[] = [
    { command: "open", href: webhookHref(id) },
    { command: "deliveries", href: deliveriesHref(id) },
  ];
  if (!mayWrite) return looking;
  return [
    { command: "open", href: webhookHref(id) },
    { command: "test", href: begin("test") },
    { command: "deliveries", href: deliveriesHref(id) },
    { command: "edit", href: editHref(id) },
    { command: "rotate", href: begin("rotate") },
    status === "active" ? { command: "pause", href: begin("pause") } : { command: resume, href: begin("resume") },
    { command: "replay", href: begin("replay") },
    { command: "duplicate", href: `/settings/webhooks/new?from=${id}` },
    { command: "delete", href: begin("delete") },
  ];
}
