/** Answers the bell of a webhook: drains it, and afterwards looks whether it has to be rung again, and when. */
import { parkBlocked } from "../lib/deliveries/order";
import type { Look } from "../lib/deliveries/take";
import { log } from "../lib/log";
import { ring, ringAt } from "../lib/queue";
import { drain, type DrainEffects } from "./drain";

/** Where all slots are in use, it is no use to ring at once. */
const CROWDED_MS = 500;
const MAX_REMEMBERED = 10_000;

export interface BellEffects extends DrainEffects {
  /** @returns milliseconds, 0 or less where something is due; undefined for nothing */
  untilDue: (look: Look) => Promise<number | undefined>;
}

export class Bell {
  readonly #effects: BellEffects;
  readonly #sluggish = new Set<string>();
  /** Drains that have ended but for what they sent last. */
  readonly #finishing = new Set<Promise<void>>();

  constructor(effects: Omit<BellEffects, "isSluggish">) {
    this.#effects = { ...effects, isSluggish: (webhookId) => this.#sluggish.has(webhookId) };
  }

  async answer(webhookId: string): Promise<void> {
    const { rest, isComplete } = await drain(webhookId, this.#effects);
    if (isComplete) {
      this.#sluggish.delete(webhookId);
      return rest;
    }
    if (this.#sluggish.size >= MAX_REMEMBERED) this.#sluggish.clear();
    this.#sluggish.add(webhookId);
    const finished = rest
      .catch((error: unknown) => log.error({ err: error, webhookId }, "a drain broke off; the sweep will ring again"))
      .then(() => this.look(webhookId))
      .finally(() => this.#finishing.delete(finished));
    this.#finishing.add(finished);
  }

  /** A bell rung while the drain was finishing fell on deaf ears: look once more, and set one for the next retry. */
  look(webhookId: string): Promise<void> {
    return this.#look(webhookId).catch((error: unknown) => log.warn({ err: error, webhookId }, "the sweep will look"));
  }

  async finished(): Promise<void> {
    await Promise.all(this.#finishing);
  }

  async #look(webhookId: string): Promise<void> {
    const { destinationOf, isStopping, slots, untilDue } = this.#effects;
    if (isStopping()) return;
    const destination = await destinationOf(webhookId);
    if (!destination) return;
    const held = slots.held(webhookId);
    if (held >= destination.concurrency || (held > 0 && slots.available(webhookId) === 0)) {
      return slots.onceFree(webhookId, () => void this.look(webhookId));
    }
    if (destination.isOrdered) await parkBlocked(webhookId);
    const { active, probeId } = destination;
    const ms = await untilDue({ webhookId, active, probeId });
    if (ms === undefined) return;
    const isCrowded = slots.available(webhookId) === 0;
    if (ms <= 0 && !isCrowded) await ring([webhookId]);
    else await ringAt(webhookId, new Date(Date.now() + (isCrowded ? Math.max(ms, CROWDED_MS) : ms)));
  }
}
