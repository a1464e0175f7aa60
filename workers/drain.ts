/**
 * Sends what one webhook has due, for one time slice. It ends as soon as there is nothing more to start: what is still on
 * its way to a slow receiver is recorded later, and holds up nothing.
 */
import { Slice, type SliceEffects } from "./slice";

/** A drain that has sent all it had waits so long for the answers; most receivers are quicker. */
const LINGER_MS = 50;
/** One that has more to send, and whose receiver keeps every lane waiting so long, is not worth a place. */
const STALLED_MS = 250;

export type DrainEffects = SliceEffects;

export interface Drained {
  /** Resolves when everything that was sent is committed. @throws what a lane threw */
  rest: Promise<void>;
  /** False while something is still on its way. */
  isComplete: boolean;
}

export async function drain(webhookId: string, effects: DrainEffects): Promise<Drained> {
  const slice = new Slice(webhookId, effects);
  let isComplete = false;
  const rest = slice.run().finally(async () => {
    await slice.recorded();
    isComplete = true;
    await slice.releaseUnsent();
  });
  // Whoever gets `rest` hears of its failure; where giving back fails below, nobody does, and that must not end the process.
  rest.catch(() => undefined);
  await Promise.race([rest, waitsOnly(webhookId, slice, effects, () => isComplete)]);
  slice.stop();
  await slice.releaseUnsent();
  return { rest, isComplete };
}

/** Resolves once it has started nothing for a while, as its receiver takes long; or once it is over. */
async function waitsOnly(
  webhookId: string,
  slice: Slice,
  { sleep, isSluggish }: DrainEffects,
  isOver: () => boolean,
): Promise<void> {
  const patienceMs = isSluggish(webhookId) ? LINGER_MS : STALLED_MS;
  for (let started = -1; !isOver() && (slice.isHeldUp || slice.started > started);) {
    started = slice.started;
    await sleep(slice.hasSentAll ? LINGER_MS : patienceMs);
  }
}
