/**
 * What one slice has taken and not sent yet, and how much it takes at once. Its first batch is small; where that was
 * answered soon, further and larger ones are taken on the floor.
 */
import type { Destination } from "../lib/deliveries/destination";
import { LEASE_MARGIN_MS, type Due } from "../lib/deliveries/take";
import type { Slots } from "./egress/slots";
import type { Floor } from "./floor";
import type { Wanted } from "./taker";

/** Nobody knows yet whether it answers: hundreds of webhooks that don't must not fill this process in one moment. */
const FIRST_BATCH = 2;
const MAX_BATCH = 256;
/** A batch that was sent this quickly is followed by a larger one. */
const QUICK_MS = 500;
const GROWTH = 4;
/** A receiver that takes longer keeps this process waiting, not busy. */
const SLOW_ANSWER_MS = 50;

export interface SupplyEffects {
  takeDue: (wanted: Wanted) => Promise<Due[]>;
  releaseUnsent: (unsent: readonly Due[]) => Promise<void>;
  /** Its last drain had to leave before its receiver had answered. */
  isSluggish: (webhookId: string) => boolean;
  slots: Slots;
  floor: Floor;
  now: () => Date;
}

export class Supply {
  /** Nothing more is due. */
  isDry = false;

  readonly #webhookId: string;
  readonly #effects: SupplyEffects;
  #unsent: Due[] = [];
  #batch = 0;
  #tookAt = 0;
  #isSlow: boolean;
  #leave: (() => void) | undefined;

  constructor(webhookId: string, effects: SupplyEffects) {
    this.#webhookId = webhookId;
    this.#effects = effects;
    this.#isSlow = effects.isSluggish(webhookId);
  }

  /** Its receiver is what it waits for. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  get isOnFloor(): boolean {
    return this.#leave !== undefined;
  }

  get size(): number {
    return this.#unsent.length;
  }

  /** The one to be sent next. */
  get next(): Due | undefined {
    return this.#unsent[0];
  }

  shift(): Due | undefined {
    return this.#unsent.shift();
  }

  /** What was shifted and may not be sent after all. */
  putBack(due: Due): void {
    this.#unsent.push(due);
  }

  heard(afterMs: number): void {
    this.#isSlow = afterMs > SLOW_ANSWER_MS;
  }

  /** It has been waiting for its receiver for a while. */
  stall(): void {
    this.#isSlow = true;
    this.leaveFloor();
  }

  /** What little most webhooks have is sent without. @returns whether it was not there already, and is now */
  async enterFloor(): Promise<boolean> {
    if (this.#batch === 0 || this.#isSlow || this.#leave) return false;
    this.#leave = await this.#effects.floor.enter();
    return true;
  }

  leaveFloor(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  /**
   * @param concurrency how many may be sent at once; at least 1
   * @param max how many may be sent at all
   */
  async take(destination: Destination, concurrency: number, max: number): Promise<void> {
    this.#batch = Math.min(this.#nextBatch(concurrency), Math.max(max, 1));
    this.#tookAt = this.#now();
    const taken = await this.#effects.takeDue({
      webhookId: this.#webhookId,
      active: destination.active,
      probeId: destination.probeId,
      limit: this.#batch,
      leaseMs: destination.timeoutMs + LEASE_MARGIN_MS,
      isOrdered: destination.isOrdered,
      ratePerSecond: destination.ratePerSecond,
    });
    this.#unsent.push(...taken);
    this.isDry = taken.length < this.#batch;
  }

  async release(): Promise<void> {
    await this.#effects.releaseUnsent(this.#unsent.splice(0));
  }

  #nextBatch(concurrency: number): number {
    // What would only wait for a slot is not worth being taken.
    if (this.#isSlow) return Math.min(concurrency, Math.max(this.#effects.slots.available(this.#webhookId), 1));
    if (this.#batch === 0) return Math.min(concurrency, FIRST_BATCH);
    // More when the last batch was gone quickly, so that no row waits long under its lease.
    const isQuick = this.#now() - this.#tookAt < QUICK_MS;
    const wanted = isQuick ? this.#batch * GROWTH : Math.floor(this.#batch / 2);
    return Math.max(Math.min(wanted, MAX_BATCH), concurrency);
  }

  #now(): number {
    return this.#effects.now().getTime();
  }
}
