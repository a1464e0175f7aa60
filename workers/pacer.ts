/**
 * Keeps a webhook's sends of this process apart: its receiver never gets more than its rate in any one second, however
 * long a request was on its way: a second counts from when the earlier one may have been there at the latest.
 */
const WINDOW_MS = 1_000;

/** One send; `at` is when it began, and once it has ended when it was there at the latest. By `performance.now()`. */
export interface Turn {
  at: number;
}

export class Pacer {
  /** The latest, as many as the rate allows in a second; a ring. */
  #turns: Turn[] = [];
  #next = 0;
  #rate = 0;

  /** @returns the turn to send, or how many milliseconds to wait for it */
  take(ratePerSecond: number, now: number): Turn | number {
    if (ratePerSecond !== this.#rate) this.#reset(ratePerSecond);
    const oldest = this.#turns[this.#next];
    const waitMs = oldest === undefined ? 0 : oldest.at + WINDOW_MS - now;
    if (waitMs > 0) return waitMs;
    const turn = { at: now };
    this.#turns[this.#next] = turn;
    this.#next = (this.#next + 1) % ratePerSecond;
    return turn;
  }

  #reset(ratePerSecond: number): void {
    // In the order they began, the latest last.
    const turns = [...this.#turns.slice(this.#next), ...this.#turns.slice(0, this.#next)].slice(-ratePerSecond);
    this.#turns = turns;
    this.#next = turns.length % ratePerSecond;
    this.#rate = ratePerSecond;
  }
}

const MAX_PACERS = 10_000;

/** One for each webhook with a rate, as it outlives a drain. */
export class Pacers {
  readonly #byWebhook = new Map<string, Pacer>();

  of(webhookId: string): Pacer {
    let pacer = this.#byWebhook.get(webhookId);
    if (!pacer) {
      if (this.#byWebhook.size >= MAX_PACERS) this.#byWebhook.clear();
      this.#byWebhook.set(webhookId, (pacer = new Pacer()));
    }
    return pacer;
  }
}
