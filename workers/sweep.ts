/**
 * The net under lost bells, lost Redis and missed timers: rings for every webhook with something due. One that stays due,
 * as it does while a long backlog is being sent, is rung for every few seconds.
 */
const AGAIN_AFTER_MS = 5_000;

export interface SweepEffects {
  /** @returns uuids */
  findDueWebhooks: () => Promise<string[]>;
  ring: (webhookIds: readonly string[]) => Promise<void>;
  now: () => number;
}

export function createSweep({ findDueWebhooks, ring, now }: SweepEffects): () => Promise<void> {
  let rungAt = new Map<string, number>();
  return async () => {
    const due = await findDueWebhooks();
    const at = now();
    const isNew = (id: string) => at - (rungAt.get(id) ?? Number.NEGATIVE_INFINITY) >= AGAIN_AFTER_MS;
    const toRing = due.filter(isNew);
    // What is due no more is forgotten: when it is due again, that is news.
    rungAt = new Map(due.map((id) => [id, isNew(id) ? at : (rungAt.get(id) ?? at)]));
    await ring(toRing);
  };
}
