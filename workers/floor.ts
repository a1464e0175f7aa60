/**
 * The webhooks whose backlog this process sends. Many at once make each delivery dearer, as their rows lie in different
 * places, here and in Postgres; so only a few are on the floor, and the others come after them. Who waits for its receiver
 * leaves, and goes on without. First come, first served.
 */
export class Floor {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** @returns how to leave, which may be called again in vain */
  async enter(): Promise<() => void> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    let isHere = true;
    return () => {
      if (isHere) this.#leave();
      isHere = false;
    };
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free++;
  }
}
