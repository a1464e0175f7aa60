/** Keeps one webhook's lanes to its rate: they wait for their moments one behind the other. */
import type { Due } from "../lib/deliveries/take";
import type { Turn } from "./pacer";

/** What of an attempt may have been spent before the receiver had it: the rest is the receiver's own time. */
const MAX_ON_ITS_WAY_MS = 100;

export interface RateEffects {
  /** @returns a turn to send at the webhook's rate, or how many milliseconds to wait for it */
  takeTurn: (webhookId: string, ratePerSecond: number) => Turn | number;
  /** `performance.now()` */
  clock: () => number;
  sleep: (ms: number) => Promise<void>;
}

/** What is not sent yet. */
interface Unsent {
  readonly size: number;
  readonly next: Due | undefined;
}

export class Rate {
  readonly #webhookId: string;
  readonly #effects: RateEffects;
  #gate: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(webhookId: string, effects: RateEffects) {
    this.#webhookId = webhookId;
    this.#effects = effects;
  }

  get isWaiting(): boolean {
    return this.#waiting > 0;
  }

  /** Until the first of those not sent yet may go. To be asked before a slot is taken. */
  async moment(unsent: Unsent, isOver: () => boolean): Promise<void> {
    const wait = async () => {
      for (let ms = 1; ms > 0 && !isOver();) {
        ms = (unsent.next?.startsAt ?? 0) - this.#effects.clock();
        if (ms > 0) await this.#effects.sleep(ms);
      }
    };
    this.#waiting++;
    await (this.#gate = this.#gate.then(wait));
    this.#waiting--;
  }

  /** Moments are spaced evenly; what was delayed on the way may have to wait once more. @returns undefined where it is over */
  async turn(ratePerSecond: number, unsent: Unsent, isOver: () => boolean): Promise<Turn | undefined> {
    this.#waiting++;
    try {
      while (!isOver() && unsent.size > 0) {
        const turn = this.#effects.takeTurn(this.#webhookId, ratePerSecond);
        if (typeof turn !== "number") return turn;
        await this.#effects.sleep(turn);
      }
      return undefined;
    } finally {
      this.#waiting--;
    }
  }

  /** The attempt is over: the receiver may have had it as late as this. */
  spent(turn: Turn): void {
    turn.at = Math.min(this.#effects.clock(), turn.at + MAX_ON_ITS_WAY_MS);
  }
}
