/** What became of every accepted event, from the ledger and from the database. */
import { encodeId } from "../../lib/core/ids";
import type { Accepted } from "./load";
import { pause, signerOf, type Line } from "./ledger";
import type { Scene } from "./scene";

const LOOK_EVERY_MS = 250;

export interface Audit {
  /** Accepted × subscribed. */
  expected: number;
  /** Of those: neither in the ledger nor visibly ended. */
  lost: number;
  /** Still pending. */
  stuck: number;
  /** Requests for what had been answered 2xx, or was on its way to be. */
  duplicates: number;
  badSignatures: number;
  /** Requests whose event was never accepted, and deliveries that came with two event ids. */
  strangers: number;
}

export async function audit(scene: Scene, accepted: readonly Accepted[]): Promise<Audit> {
  const { ledger, webhooks } = scene;
  const statuses = await deliveryStatuses(scene);
  const lines = new Map<string, Line[]>();
  for (const line of ledger.lines) {
    const pair = `${line.name} ${line.eventId}`;
    lines.set(pair, [...(lines.get(pair) ?? []), line]);
  }
  const pairs = accepted.flatMap(({ eventId, type }) =>
    webhooks.filter((webhook) => webhook.type === type).map((webhook) => ({ eventId, webhook })),
  );
  const statusOf = ({ eventId, webhook }: (typeof pairs)[number]) => statuses.get(`${webhook.id} ${eventId}`);
  const isEnded = (status: string | undefined) => status === "failed" || status === "cancelled";
  const secretsOf = new Map(webhooks.map(({ name, secrets }) => [name, secrets]));
  const eventOf = new Map(ledger.lines.map(({ deliveryId, eventId }) => [deliveryId, eventId]));
  const known = new Set(accepted.map(({ eventId }) => eventId));
  return {
    expected: pairs.length,
    lost: pairs.filter((pair) => !lines.has(`${pair.webhook.name} ${pair.eventId}`) && !isEnded(statusOf(pair))).length,
    stuck: pairs.filter((pair) => statusOf(pair) === "pending").length,
    duplicates: [...lines.values()].reduce((sum, group) => sum + repeatedSuccesses(group), 0),
    badSignatures: ledger.lines.filter((line) => !signerOf(line, secretsOf.get(line.name) ?? [])).length,
    strangers: ledger.lines.filter(
      ({ eventId, deliveryId }) => !known.has(eventId) || eventOf.get(deliveryId) !== eventId,
    ).length,
  };
}

const PENDING = `
SELECT FROM deliveries JOIN webhooks ON webhooks.id = deliveries.webhook_id
WHERE deliveries.status = 'pending' AND webhooks.status = 'active' AND webhooks.deleted_at IS NULL LIMIT 1`;

/** Waits until no delivery to an active webhook is pending, or the time is over. @returns milliseconds it took */
export async function settled(scene: Scene, withinMs: number): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < withinMs) {
    const { rows } = await scene.db.query(PENDING);
    if (rows.length === 0) break;
    await pause(LOOK_EVERY_MS);
  }
  return performance.now() - began;
}

/** Milliseconds from each 202 to the receiver's first byte; those that never came are not in it. */
export function latencies({ ledger }: Scene, accepted: readonly Accepted[]): number[] {
  const firstAt = new Map<string, number>();
  for (const { eventId, at } of ledger.lines) if (!firstAt.has(eventId)) firstAt.set(eventId, at);
  return accepted.flatMap(({ eventId, at }) => {
    const arrived = firstAt.get(eventId);
    return arrived === undefined ? [] : [Math.max(arrived - at, 0)];
  });
}

export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil((sorted.length * p) / 100) - 1, 0)] ?? Number.NaN;
}

function repeatedSuccesses(lines: readonly Line[]): number {
  const taken = lines.filter(({ status }) => status === undefined || (status >= 200 && status <= 299));
  return Math.max(taken.length - 1, 0);
}

/** `webhook id, event id` → status */
async function deliveryStatuses({ db }: Scene): Promise<Map<string, string>> {
  const { rows } = await db.query<{ webhook_id: string; event_id: string; status: string }>(
    "SELECT webhook_id, event_id, status FROM deliveries WHERE cause = 'event'",
  );
  return new Map(
    rows.map(({ webhook_id, event_id, status }) => [
      `${encodeId("webhook", webhook_id)} ${encodeId("event", event_id)}`,
      status,
    ]),
  );
}
