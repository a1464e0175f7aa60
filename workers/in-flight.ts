/**
 * How many sends are under way in this process, by webhook: a drain hands its slow ones over to here and ends, so that
 * a receiver that hangs holds up neither its webhook's other deliveries nor anybody else's.
 */
export class InFlight {
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Map<string, () => void>();

  count(webhookId: string): number {
    return this.#counts.get(webhookId) ?? 0;
  }

  enter(webhookId: string): void {
    this.#counts.set(webhookId, this.count(webhookId) + 1);
  }

  leave(webhookId: string): void {
    const left = this.count(webhookId) - 1;
    if (left > 0) this.#counts.set(webhookId, left);
    else this.#counts.delete(webhookId);
    const wake = this.#waiting.get(webhookId);
    this.#waiting.delete(webhookId);
    wake?.();
  }

  /** Calls back once when the next send of this webhook has ended; whoever asks last is the one called. */
  onceFree(webhookId: string, wake: () => void): void {
    this.#waiting.set(webhookId, wake);
  }
}
