/**
 * How many sends may be in their first moments at once. A busy process gains nothing from beginning more of them, it only
 * gets fuller; those that take longer wait for their receivers, and count no more. First come, first served.
 */
const NEW_FOR_MS = 25;
const COMPACT_AT = 1_024;

export interface Begun {
  at: number;
  isNew: boolean;
}

export interface BeginningsSettings {
  max: number;
  /** Milliseconds. */
  clock: () => number;
}

export class Beginnings {
  readonly #max: number;
  readonly #clock: () => number;
  /** In the order they began; those before `#oldest` are new no more. */
  #begun: Begun[] = [];
  #oldest = 0;
  #newCount = 0;
  readonly #waiting: ((begun: Begun) => void)[] = [];
  #alarm: NodeJS.Timeout | undefined;

  constructor({ max, clock }: BeginningsSettings) {
    this.#max = max;
    this.#clock = clock;
  }

  /** @returns a promise only where it has to wait. Whatever has begun must be ended. */
  begin(): Begun | Promise<Begun> {
    if (this.#waiting.length === 0 && this.#isFree()) return this.#start();
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#setAlarm();
    });
  }

  end(begun: Begun): void {
    if (begun.isNew) {
      begun.isNew = false;
      this.#newCount--;
    }
    this.#serve();
  }

  #isFree(): boolean {
    if (this.#newCount >= this.#max) this.#age();
    return this.#newCount < this.#max;
  }

  #start(): Begun {
    if (this.#begun.length >= 2 * COMPACT_AT) this.#age();
    const begun = { at: this.#clock(), isNew: true };
    this.#begun.push(begun);
    this.#newCount++;
    return begun;
  }

  #serve(): void {
    while (this.#waiting.length > 0 && this.#isFree()) this.#waiting.shift()?.(this.#start());
    this.#setAlarm();
  }

  /** Where nothing ends, time alone makes room. */
  #setAlarm(): void {
    if (this.#waiting.length === 0 || this.#alarm) return;
    this.#alarm = setTimeout(() => {
      this.#alarm = undefined;
      this.#serve();
    }, NEW_FOR_MS);
  }

  #age(): void {
    const now = this.#clock();
    for (; this.#oldest < this.#begun.length; this.#oldest++) {
      const begun = this.#begun[this.#oldest];
      if (!begun || now - begun.at < NEW_FOR_MS) break;
      if (begun.isNew) this.#newCount--;
      begun.isNew = false;
    }
    if (this.#oldest < COMPACT_AT) return;
    this.#begun = this.#begun.slice(this.#oldest);
    this.#oldest = 0;
  }
}
