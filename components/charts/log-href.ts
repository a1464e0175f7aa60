/** Where the deliveries are that a chart counts: the same webhook, span and filter. */
import { deliveriesHref } from "@/components/webhooks/paths";

interface Filter {
  /** Unix milliseconds, `to` itself not counted. */
  from: number;
  to: number;
  status?: string | undefined;
  code?: string | undefined;
  error?: string | undefined;
}

export function logHref(webhookId: string, { from, to, ...filter }: Filter): string {
  const values = { from: new Date(from).toISOString(), to: new Date(to).toISOString(), ...filter };
  const chosen = Object.entries(values).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return `${deliveriesHref(webhookId)}&${chosen.join("&")}`;
}
