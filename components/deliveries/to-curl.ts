import type { Attempt, DeliveryDetail } from "@/lib/core/delivery";

/** The attempt as a command for a POSIX shell. */
export function toCurl(delivery: Pick<DeliveryDetail, "requestBody" | "webhookUrl">, attempt: Attempt): string {
  const headers = attempt.requestHeaders.map(([name, value]) => `  -H ${quote(`${name}: ${value}`)}`);
  const url = quote(attempt.url ?? delivery.webhookUrl);
  const body = attempt.requestBody ?? delivery.requestBody;
  return [`curl -i -X POST ${url}`, ...headers, `  --data-raw ${quote(body)}`].join(" \\\n");
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
