/** Keeps a webhook's sends of this process apart: never more than its rate in any one second. */
const WINDOW_MS = 1_000;

export class Pacer {
  /** When the latest sends began, as many as the rate allows in a second; a ring. */
  #begins: number[] = [];
  #next = 0;
  #rate = 0;

  /**
   * @param now by `performance.now()`
   * @returns how long to wait until one more may begin, and counts it as begun where that is 0
   */
  msUntilTurn(ratePerSecond: number, now: number): number {
    if (ratePerSecond !== this.#rate) this.#reset(ratePerSecond);
    const oldest = this.#begins[this.#next];
    const waitMs = oldest === undefined ? 0 : oldest + WINDOW_MS - now;
    if (waitMs > 0) return waitMs;
    this.#begins[this.#next] = now;
    this.#next = (this.#next + 1) % ratePerSecond;
    return 0;
  }

  #reset(ratePerSecond: number): void {
    // In the order they began, the latest last.
    const begins = [...this.#begins.slice(this.#next), ...this.#begins.slice(0, this.#next)].slice(-ratePerSecond);
    this.#begins = begins;
    this.#next = begins.length % ratePerSecond;
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
