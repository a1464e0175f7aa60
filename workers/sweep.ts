/**
 * The net under lost bells, lost Redis and missed timers: rings for every webhook with something due. One that stays due,
 * as it does while a long backlog is being sent, is rung for a few times in a row, then every few seconds.
 */
const AT_FIRST = 3;
const AGAIN_AFTER_MS = 5_000;

export interface SweepEffects {
  /** @returns uuids */
  findDueWebhooks: () => Promise<string[]>;
  ring: (webhookIds: readonly string[]) => Promise<void>;
  now: () => number;
}

interface Rung {
  times: number;
  at: number;
}

export function createSweep({ findDueWebhooks, ring, now }: SweepEffects): () => Promise<void> {
  let rung = new Map<string, Rung>();
  return async () => {
    const at = now();
    const toRing: string[] = [];
    // What is due no more is forgotten: when it is due again, that is news.
    const known = new Map<string, Rung>();
    for (const webhookId of await findDueWebhooks()) {
      const last = rung.get(webhookId) ?? { times: 0, at };
      const isTime = last.times < AT_FIRST || at - last.at >= AGAIN_AFTER_MS;
      if (isTime) toRing.push(webhookId);
      known.set(webhookId, isTime ? { times: last.times + 1, at } : last);
    }
    rung = known;
    await ring(toRing);
  };
}
