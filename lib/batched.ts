/**
 * Many askers, one statement: what is asked for while a statement is under way goes together in the next. So a quiet
 * system waits for nothing, and a busy one pays for fewer statements, and for fewer commits.
 */
export interface BatchSettings<Q> {
  /** Questions with the same key never go together. */
  keyOf?: (question: Q) => string;
  /** How much a question weighs; 1 unless said otherwise. */
  weightOf?: (question: Q) => number;
  /** How much goes together, at most; one question always does. */
  maxWeight: number;
  /** Statements at once; 1 unless said otherwise. */
  maxUnderWay?: number;
  /** Whether questions that failed together may be asked one by one: the reason may lie in one of them. */
  isWorthIsolating?: (error: unknown) => boolean;
}

interface Asked<Q, A> {
  question: Q;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

type Ask<Q, A> = (questions: Q[]) => Promise<A[]>;

/** @param ask gives an answer to each question, in their order; where it fails, all of them fail */
export function batched<Q, A>(ask: Ask<Q, A>, settings: BatchSettings<Q>): (question: Q) => Promise<A> {
  const { maxUnderWay = 1, isWorthIsolating = () => false } = settings;
  let waiting: Asked<Q, A>[] = [];
  let underWay = 0;

  function flush(): void {
    while (underWay < maxUnderWay && waiting.length > 0) {
      const { batch, rest } = split(waiting, settings);
      waiting = rest;
      underWay++;
      void settle(batch, ask, isWorthIsolating).finally(() => {
        underWay--;
        flush();
      });
    }
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      // Whoever else asks in this turn of the event loop goes along.
      if (waiting.length === 1) setImmediate(flush);
    });
}

function split<Q, A>(waiting: Asked<Q, A>[], { keyOf, weightOf = () => 1, maxWeight }: BatchSettings<Q>) {
  const keys = new Set<string>();
  const batch: Asked<Q, A>[] = [];
  const rest: Asked<Q, A>[] = [];
  let weight = 0;
  for (const [index, asked] of waiting.entries()) {
    weight += weightOf(asked.question);
    if (index > 0 && weight > maxWeight) return { batch, rest: rest.concat(waiting.slice(index)) };
    const key = keyOf?.(asked.question);
    if (key !== undefined && keys.has(key)) rest.push(asked);
    else batch.push(asked);
    if (key !== undefined) keys.add(key);
  }
  return { batch, rest };
}

async function settle<Q, A>(
  batch: Asked<Q, A>[],
  ask: Ask<Q, A>,
  isWorthIsolating: (error: unknown) => boolean,
): Promise<void> {
  try {
    const answers = await ask(batch.map(({ question }) => question));
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as A);
  } catch (error) {
    if (batch.length > 1 && isWorthIsolating(error)) {
      for (const asked of batch) await settle([asked], ask, isWorthIsolating);
    } else for (const { reject } of batch) reject(error);
  }
}
