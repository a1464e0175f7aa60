/**
 * A time slice of one webhook: its lanes send one delivery after another, as many lanes as the webhook's concurrency
 * allows, and take further rows while there are some.
 */
import type { Decision } from "../lib/core/decide";
import type { Destination } from "../lib/deliveries/destination";
import type { Due } from "../lib/deliveries/take";
import type { Recording } from "../lib/deliveries/record";
import { deliver, type DeliverEffects } from "./deliver";
import type { Beginnings } from "./egress/beginnings";
import type { Floor } from "./floor";
import { Rate, type RateEffects } from "./rate";
import { Supply, type SupplyEffects } from "./supply";

/** Slow receivers must not starve others: after this much, a drain hands back and is rung again. */
const SLICE_MS = 5_000;
const SLICE_SENDS = 2_000;
/** A row is sent only while its lease outlives the attempt and its recording. */
const LEASE_RESERVE_MS = 2_000;
/** One that starts nothing for so long keeps this process busy no more. */
const BUSY_MS = 150;

export interface SliceEffects extends DeliverEffects, SupplyEffects, RateEffects {
  /** Asked before every send: what it says is true as of half a second ago. */
  destinationOf: (webhookId: string) => Destination | undefined | Promise<Destination | undefined>;
  forgetDestination: (webhookId: string) => void;
  record: (recording: Recording) => Promise<void>;
  /** Undefined while recording keeps up with sending. */
  caughtUp: () => Promise<void> | undefined;
  /** True once the process has been told to stop. */
  isStopping: () => boolean;
  beginnings: Beginnings;
  /** Where those with slow receivers wait to take and to start, as many of them tend to come at once. */
  slowFloor: Floor;
  /** Lets the next delivery of a key go, once an earlier one has ended. */
  bringForward: (keys: { webhookId: string; orderKey: string }[]) => Promise<void>;
}

export class Slice {
  /** How many sends it has started. */
  started = 0;

  readonly #webhookId: string;
  readonly #effects: SliceEffects;
  readonly #supply: Supply;
  readonly #rate: Rate;
  readonly #isOver = () => this.#isAtItsEnd();
  /** Unix milliseconds; counted from its first take, for which it may have to wait. */
  #endsAt = Number.POSITIVE_INFINITY;
  #isStopped = false;
  /** Slots of this slice; the webhook's earlier slices may hold more. */
  #holding = 0;
  #waitingHere = 0;
  #taking: Promise<void> | undefined;
  #unrecorded = 0;
  #whenRecorded: (() => void) | undefined;
  readonly #lanes = new Set<Promise<void>>();
  readonly #failures: unknown[] = [];

  constructor(webhookId: string, effects: SliceEffects) {
    this.#webhookId = webhookId;
    this.#effects = effects;
    this.#supply = new Supply(webhookId, effects);
    this.#rate = new Rate(webhookId, effects);
  }

  /** @throws what a lane threw, once every other lane has ended too */
  async run(): Promise<void> {
    try {
      await this.#take();
      // Lanes open further lanes as more comes in; all have ended when none is left.
      while (this.#lanes.size > 0) await Promise.all(this.#lanes);
    } finally {
      this.#supply.leaveFloor();
    }
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  /** Resolves once everything sent so far is committed. */
  recorded(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenRecorded = resolve;
      if (this.#unrecorded === 0) resolve();
    });
  }

  /** This process has yet to do something for it, or its rate keeps it waiting: its receiver does not. */
  get isHeldUp(): boolean {
    return this.#isHeldUpHere || this.#rate.isWaiting;
  }

  get #isHeldUpHere(): boolean {
    return this.#taking !== undefined || this.#waitingHere > 0 || this.#hasAllAnswers;
  }

  /** All that is missing is that they are recorded. */
  get #hasAllAnswers(): boolean {
    return this.started > 0 && this.#lanes.size === 0;
  }

  /** Everything it has taken is on its way, and nothing more was due. */
  get hasSentAll(): boolean {
    return this.#supply.isDry && this.#supply.size === 0;
  }

  /** Starts nothing more; what is under way goes on to its end. */
  stop(): void {
    this.#isStopped = true;
    this.#supply.leaveFloor();
  }

  /** Gives back what it has taken and not sent. */
  releaseUnsent(): Promise<void> {
    return this.#supply.release();
  }

  /** Sends one after another until there is nothing left to send. */
  async #lane(): Promise<void> {
    while (!this.#isOver()) {
      if (this.#supply.next?.startsAt !== undefined) await this.#rate.moment(this.#supply, this.#isOver);
      const caughtUp = this.#effects.caughtUp();
      if (caughtUp) await this.#waitHere(caughtUp);
      else if (this.#supply.size > 0) await this.#sendNext();
      else if (this.#supply.isDry) return;
      else await this.#take();
    }
  }

  #isAtItsEnd(): boolean {
    if (this.#isStopped || this.#failures.length > 0) return true;
    return this.started >= SLICE_SENDS || this.#now() >= this.#endsAt || this.#effects.isStopping();
  }

  /** In one piece, as every further promise costs, ten thousand times a second. */
  async #sendNext(): Promise<void> {
    const { beginnings, slots, destinationOf } = this.#effects;
    // The slot first: it goes round between webhooks, so that many which hang don't stand in line before one that doesn't.
    const slot = slots.acquire(this.#webhookId);
    if (slot) await slot;
    this.#holding++;
    const place = beginnings.begin();
    const begun = place instanceof Promise ? await this.#waitHere(place) : place;
    try {
      // Only now, as waiting may have taken long; and before a row is chosen, which would be lost were this to throw.
      const known = destinationOf(this.#webhookId);
      const destination = known instanceof Promise ? await known : known;
      const rate = destination?.ratePerSecond;
      const turn = rate ? await this.#rate.turn(rate, this.#supply, this.#isOver) : undefined;
      const due = this.#choose(destination);
      if (!due || !destination) return;
      this.started++;
      const { decision, recording } = await deliver(due, this.#webhookId, destination, this.#effects);
      if (turn) this.#rate.spent(turn);
      this.#supply.heard(recording.result.durationMs);
      const recorded = this.#record(recording);
      if (decision.kind === "disabled") this.#disabled(recorded);
      if (due.orderKey !== null) await this.#goOn(recorded, due.orderKey, decision);
    } finally {
      beginnings.end(begun);
      this.#holding--;
      slots.release(this.#webhookId);
    }
  }

  /** What comes next is sent by what the database says then: what is half a second old says that it is active. */
  #disabled(recorded: Promise<void>): void {
    this.stop();
    void recorded.then(() => this.#effects.forgetDestination(this.#webhookId));
  }

  /** For a place in this process, not for the receiver. */
  async #waitHere<T>(place: Promise<T>): Promise<T> {
    this.#waitingHere++;
    const given = await place;
    this.#waitingHere--;
    return given;
  }

  /** The next one, where it may be sent; where the webhook has changed so that it may not, everything is given back. */
  #choose(destination: Destination | undefined): Due | undefined {
    const due = this.#isOver() ? undefined : this.#supply.shift();
    if (!due) return undefined;
    const leaseLeftMs = due.leasedUntil.getTime() - this.#now();
    const isWanted = destination && (destination.active || due.cause === "test" || due.id === destination.probeId);
    if (isWanted && leaseLeftMs >= destination.timeoutMs + LEASE_RESERVE_MS) return due;
    this.#supply.putBack(due);
    this.stop();
    return undefined;
  }

  #record(recording: Recording): Promise<void> {
    this.#unrecorded++;
    return this.#effects.record(recording).then(() => {
      this.#unrecorded--;
      if (this.#unrecorded === 0) this.#whenRecorded?.();
    });
  }

  /** The next of this key is due once this one's end is committed. */
  async #goOn(recorded: Promise<void>, orderKey: string, decision: Decision): Promise<void> {
    await recorded;
    if (decision.kind === "retry") return;
    await this.#effects.bringForward([{ webhookId: this.#webhookId, orderKey }]);
    this.#supply.isDry = false;
  }

  #take(): Promise<void> {
    return (this.#taking ??= this.#takeMore().finally(() => (this.#taking = undefined)));
  }

  async #takeMore(): Promise<void> {
    const destination = await this.#effects.destinationOf(this.#webhookId);
    const concurrency = (destination?.concurrency ?? 0) - this.#underWayElsewhere();
    if (!destination || concurrency <= 0) {
      this.#supply.isDry = true;
      return;
    }
    const leave = this.#supply.isSlow ? await this.#effects.slowFloor.enter() : undefined;
    try {
      if (await this.#supply.enterFloor()) void this.#watch();
      this.#endsAt = Math.min(this.#endsAt, this.#now() + SLICE_MS);
      await this.#supply.take(destination, concurrency, SLICE_SENDS - this.started);
      const lanes = Math.min(concurrency, this.#supply.size);
      while (this.#lanes.size < lanes) this.#openLane();
    } finally {
      leave?.();
    }
  }

  /** Leaves the floor where it waits for its receiver, or for its rate. */
  async #watch(): Promise<void> {
    for (let started = -1; this.#isHeldUpHere || this.started > started;) {
      started = this.started;
      await this.#effects.sleep(BUSY_MS);
      if (!this.#supply.isOnFloor) return;
    }
    this.#supply.stall();
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

  #now(): number {
    return this.#effects.now().getTime();
  }
}
