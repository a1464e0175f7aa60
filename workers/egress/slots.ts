/**
 * How many sends may be under way in this process, shared fairly between webhooks: one may hold as many slots as are
 * still free, a quarter of all not counted, which is kept for those that have none. So who is alone gets some of them,
 * and many that hang leave one for everybody else.
 */
const RESERVED = 4;

interface Holder {
  held: number;
  waiting: (() => void)[];
}

export class Slots {
  #free: number;
  /** Kept for webhooks that have none. */
  readonly #reserve: number;
  /** Those that hold or wait; the one served last goes to the end. */
  readonly #holders = new Map<string, Holder>();
  #waiting = 0;
  readonly #onceFree = new Map<string, () => void>();

  constructor(count: number) {
    this.#free = count;
    this.#reserve = Math.floor(count / RESERVED);
  }

  /** Sends of this webhook under way. */
  held(webhookId: string): number {
    return this.#holders.get(webhookId)?.held ?? 0;
  }

  /** How many this webhook could take right now. */
  available(webhookId: string): number {
    const held = this.held(webhookId);
    const first = held === 0 && this.#free > 0 ? 1 : 0;
    return Math.max(Math.ceil((this.#free - this.#reserve - held) / 2), first);
  }

  /** @returns undefined where it was given at once, without a turn of the event loop */
  acquire(webhookId: string): Promise<void> | undefined {
    let holder = this.#holders.get(webhookId);
    if (!holder) this.#holders.set(webhookId, (holder = { held: 0, waiting: [] }));
    if (holder.waiting.length > 0 || !this.#mayTake(holder)) return this.#wait(holder);
    this.#take(holder);
    return undefined;
  }

  #wait({ waiting }: Holder): Promise<void> {
    this.#waiting++;
    return new Promise((resolve) => waiting.push(resolve));
  }

  release(webhookId: string): void {
    const holder = this.#holders.get(webhookId);
    if (!holder) throw new Error("released what was never acquired");
    holder.held--;
    this.#free++;
    if (this.#waiting > 0) this.#serve();
    if (holder.held === 0 && holder.waiting.length === 0) this.#holders.delete(webhookId);
    const wake = this.#onceFree.get(webhookId);
    this.#onceFree.delete(webhookId);
    wake?.();
  }

  /** Calls back once when the next send of this webhook has ended; whoever asks last is the one called. */
  onceFree(webhookId: string, wake: () => void): void {
    this.#onceFree.set(webhookId, wake);
  }

  #serve(): void {
    for (const [webhookId, holder] of this.#holders) {
      if (this.#free === 0) return;
      if (holder.waiting.length === 0 || !this.#mayTake(holder)) continue;
      this.#take(holder);
      this.#waiting--;
      holder.waiting.shift()?.();
      this.#holders.delete(webhookId);
      this.#holders.set(webhookId, holder);
      return;
    }
  }

  #mayTake(holder: Holder): boolean {
    return holder.held === 0 ? this.#free > 0 : holder.held < this.#free - this.#reserve;
  }

  #take(holder: Holder): void {
    holder.held++;
    this.#free--;
  }
}
