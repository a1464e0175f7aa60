/**
 * A time slice of one webhook: its lanes send one delivery after another, as many lanes as the webhook's concurrency
 * allows, and take further rows while there are some.
 */
import type { Decision } from "../lib/core/decide";
import type { Destination } from "../lib/deliveries/destination";
import { LEASE_MARGIN_MS, type Due } from "../lib/deliveries/take";
import type { Recording } from "../lib/deliveries/record";
import { deliver, type DeliverEffects } from "./deliver";
import type { Beginnings } from "./egress/beginnings";
import type { Slots } from "./egress/slots";
import type { Turn } from "./pacer";
import type { Wanted } from "./taker";

/** Slow receivers must not starve others: after this much, a drain hands back and is rung again. */
const SLICE_MS = 5_000;
const SLICE_SENDS = 2_000;
/** For a webhook that is not known to be slow. */
const FIRST_BATCH = 64;
const MAX_BATCH = 256;
/** What of an attempt may have been spent before the receiver had it: the rest is the receiver's own time. */
const MAX_ON_ITS_WAY_MS = 100;
/** A row is sent only while its lease outlives the attempt and its recording. */
const LEASE_RESERVE_MS = 2_000;

export interface SliceEffects extends DeliverEffects {
  /** Asked before every send: what it says is true as of half a second ago. */
  destinationOf: (webhookId: string) => Promise<Destination | undefined>;
  takeDue: (wanted: Wanted) => Promise<Due[]>;
  releaseUnsent: (unsent: readonly Due[]) => Promise<void>;
  record: (recording: Recording) => Promise<void>;
  /** True once the process has been told to stop. */
  isStopping: () => boolean;
  /** Its last drain had to leave before its receiver had answered. */
  isSluggish: (webhookId: string) => boolean;
  slots: Slots;
  beginnings: Beginnings;
  /** Lets the next delivery of a key go, once an earlier one has ended. */
  bringForward: (keys: { webhookId: string; orderKey: string }[]) => Promise<void>;
  /** @returns a turn to send at the webhook's rate, or how many milliseconds to wait for it */
  takeTurn: (webhookId: string, ratePerSecond: number) => Turn | number;
  /** `performance.now()` */
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
}

export class Slice {
  /** Taken and not sent yet. */
  unsent: Due[] = [];
  /** How many sends it has started. */
  started = 0;

  readonly #webhookId: string;
  readonly #effects: SliceEffects;
  readonly #endsAt: number;
  #isStopped = false;
  /** Slots of this slice; the webhook's earlier slices may hold more. */
  #holding = 0;
  #batch = 0;
  #taking: Promise<void> | undefined;
  #tookAt = 0;
  #isDry = false;
  #unrecorded = 0;
  #whenRecorded: (() => void) | undefined;
  /** Lanes wait for their moment one behind the other. */
  #gate: Promise<unknown> | undefined;
  #waitingForTurn = 0;
  readonly #lanes = new Set<Promise<void>>();
  readonly #failures: unknown[] = [];

  constructor(webhookId: string, effects: SliceEffects) {
    this.#webhookId = webhookId;
    this.#effects = effects;
    this.#endsAt = this.#now() + SLICE_MS;
  }

  /** @throws what a lane threw, once every other lane has ended too */
  async run(): Promise<void> {
    await this.#take();
    // Lanes open further lanes as more comes in; all have ended when none is left.
    while (this.#lanes.size > 0) await Promise.all(this.#lanes);
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  /** Resolves once everything sent so far is committed. */
  recorded(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenRecorded = resolve;
      if (this.#unrecorded === 0) resolve();
    });
  }

  #recordedOne(): void {
    this.#unrecorded--;
    if (this.#unrecorded === 0) this.#whenRecorded?.();
  }

  get isTaking(): boolean {
    return this.#taking !== undefined;
  }

  /** Everything it has taken is on its way, and nothing more was due. */
  get hasSentAll(): boolean {
    return this.#isDry && this.unsent.length === 0;
  }

  /** The webhook's rate is what keeps it waiting. */
  get isPaced(): boolean {
    return this.#waitingForTurn > 0;
  }

  /** Starts nothing more; what is under way goes on to its end. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Sends one after another until there is nothing left to send. */
  async #lane(): Promise<void> {
    while (!this.#isOver()) {
      if (this.unsent[0]?.startsAt !== undefined) await this.#turn();
      if (this.unsent.length > 0) await this.#withSlot(() => this.#sendNext());
      else if (this.#isDry) return;
      else await this.#take();
    }
  }

  /** Until the first of those not sent yet may go. It takes no slot meanwhile. */
  async #turn(): Promise<void> {
    const wait = async () => {
      for (let ms = 1; ms > 0 && !this.#isOver();) {
        ms = (this.unsent[0]?.startsAt ?? 0) - this.#effects.clock();
        if (ms > 0) await this.#effects.sleep(ms);
      }
    };
    this.#waitingForTurn++;
    await (this.#gate = (this.#gate ?? Promise.resolve()).then(wait));
    this.#waitingForTurn--;
  }

  #isOver(): boolean {
    if (this.#isStopped || this.#failures.length > 0) return true;
    return this.started >= SLICE_SENDS || this.#now() >= this.#endsAt || this.#effects.isStopping();
  }

  async #withSlot(action: () => Promise<void>): Promise<void> {
    const { slots, beginnings } = this.#effects;
    // The slot first: it goes round between webhooks, so that many which hang don't stand in line before one that doesn't.
    const turn = slots.acquire(this.#webhookId);
    if (turn) await turn;
    this.#holding++;
    const maybe = beginnings.begin();
    const begun = maybe instanceof Promise ? await maybe : maybe;
    try {
      await action();
    } finally {
      beginnings.end(begun);
      this.#holding--;
      slots.release(this.#webhookId);
    }
  }

  /** Everything is looked at once the way is free: waiting for a slot may have taken long. */
  async #sendNext(): Promise<void> {
    // Before a row is taken from the list: were this to throw, the row must still be given back.
    const destination = await this.#effects.destinationOf(this.#webhookId);
    const turn = destination?.ratePerSecond ? await this.#keepRate(destination.ratePerSecond) : undefined;
    const due = this.#isOver() ? undefined : this.unsent.shift();
    if (!due) return;
    const leaseLeftMs = due.leasedUntil.getTime() - this.#now();
    const isWanted = destination && (destination.active || due.cause === "test");
    if (!isWanted || leaseLeftMs < destination.timeoutMs + LEASE_RESERVE_MS) {
      this.unsent.push(due);
      return this.stop();
    }
    this.started++;
    const { decision, recording } = await deliver(due, this.#webhookId, destination, this.#effects);
    if (turn) turn.at = Math.min(this.#effects.clock(), turn.at + MAX_ON_ITS_WAY_MS);
    this.#unrecorded++;
    const recorded = this.#effects.record(recording).then(() => this.#recordedOne());
    if (decision.kind === "disabled") this.stop();
    if (due.orderKey !== null) await this.#goOn(recorded, due.orderKey, decision);
  }

  /** Moments are spaced evenly; what was delayed on the way may have to wait once more. */
  async #keepRate(ratePerSecond: number): Promise<Turn | undefined> {
    this.#waitingForTurn++;
    try {
      while (!this.#isOver() && this.unsent.length > 0) {
        const turn = this.#effects.takeTurn(this.#webhookId, ratePerSecond);
        if (typeof turn !== "number") return turn;
        await this.#effects.sleep(turn);
      }
      return undefined;
    } finally {
      this.#waitingForTurn--;
    }
  }

  /** The next of this key is due once this one's end is committed. */
  async #goOn(recorded: Promise<void>, orderKey: string, decision: Decision): Promise<void> {
    await recorded;
    if (decision.kind === "retry") return;
    await this.#effects.bringForward([{ webhookId: this.#webhookId, orderKey }]);
    this.#isDry = false;
  }

  #take(): Promise<void> {
    return (this.#taking ??= this.#takeMore().finally(() => (this.#taking = undefined)));
  }

  async #takeMore(): Promise<void> {
    const destination = await this.#effects.destinationOf(this.#webhookId);
    const concurrency = (destination?.concurrency ?? 0) - this.#underWayElsewhere();
    if (!destination || concurrency <= 0) {
      this.#isDry = true;
      return;
    }
    this.#batch = this.#nextBatch(concurrency);
    this.#tookAt = this.#now();
    const taken = await this.#effects.takeDue({
      webhookId: this.#webhookId,
      active: destination.active,
      limit: this.#batch,
      leaseMs: destination.timeoutMs + LEASE_MARGIN_MS,
      isOrdered: destination.isOrdered,
      ratePerSecond: destination.ratePerSecond,
    });
    this.unsent.push(...taken);
    this.#isDry = taken.length < this.#batch;
    const lanes = Math.min(concurrency, this.unsent.length);
    while (this.#lanes.size < lanes) this.#openLane();
  }

  /** Sends that earlier slices of this webhook have left behind. */
  #underWayElsewhere(): number {
    return this.#effects.slots.held(this.#webhookId) - this.#holding;
  }

  #openLane(): void {
    const lane = this.#lane()
      .catch((error: unknown) => void this.#failures.push(error))
      .finally(() => this.#lanes.delete(lane));
    this.#lanes.add(lane);
  }

  /** Twice as many when the last batch was gone quickly, so that no row waits long under its lease. */
  #nextBatch(concurrency: number): number {
    if (this.#batch === 0) {
      if (!this.#effects.isSluggish(this.#webhookId)) return Math.max(concurrency, FIRST_BATCH);
      // What would only wait for a slot is not worth being taken.
      return Math.min(concurrency, Math.max(this.#effects.slots.available(this.#webhookId), 1));
    }
    const isQuick = this.#now() - this.#tookAt < 500;
    return Math.min(Math.max(isQuick ? this.#batch * 2 : Math.floor(this.#batch / 2), concurrency), MAX_BATCH);
  }

  #now(): number {
    return this.#effects.now().getTime();
  }
}
