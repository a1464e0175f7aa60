/** The publishing API as a customer's backend calls it, over plain fetch. */
import { API_KEY } from "./owner";

export interface Answered {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  body: any;
}

export async function api(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(`${process.env["E2E_URL"]}/api/v1${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${API_KEY}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: text }),
  });
  const answer = await response.text();
  return { status: response.status, body: answer ? JSON.parse(answer) : undefined };
}

/** @returns the id and the secret */
export async function createWebhook(url: string, events: string[], more: Record<string, unknown> = {}) {
  const { status, body } = await api("POST", "/webhooks", { title: `Test ${Date.now()}`, url, events, ...more });
  if (status !== 201) throw new Error(`creating a webhook answered ${status}: ${JSON.stringify(body)}`);
  return body as { id: string; secret: string; title: string };
}

export async function deleteAllWebhooks(): Promise<void> {
  const { body } = await api("GET", "/webhooks?limit=200");
  for (const { id } of body.data) await api("DELETE", `/webhooks/${id}`);
}
