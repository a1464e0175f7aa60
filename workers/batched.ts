/**
 * Many askers, one statement: what is asked for while a statement is under way goes together in the next. So a quiet
 * system waits for nothing, and a busy one pays for fewer statements.
 */
export interface BatchSettings<Q> {
  /** Questions with the same key never go together. */
  keyOf: (question: Q) => string;
  /** How much a question weighs. */
  weightOf?: (question: Q) => number;
  /** How much goes together, at most; one question always does. */
  maxWeight: number;
}

interface Asked<Q, A> {
  question: Q;
  resolve: (answer: A) => void;
  reject: (error: unknown) => void;
}

/** @param ask gives an answer to each question, in their order; where it fails, all of them fail */
export function batched<Q, A>(
  ask: (questions: Q[]) => Promise<A[]>,
  { keyOf, weightOf = () => 1, maxWeight }: BatchSettings<Q>,
): (question: Q) => Promise<A> {
  let waiting: Asked<Q, A>[] = [];
  let isAsking = false;

  async function askAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch();
      try {
        const answers = await ask(batch.map(({ question }) => question));
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as A);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isAsking = false;
  }

  function nextBatch(): Asked<Q, A>[] {
    const keys = new Set<string>();
    let weight = 0;
    const batch: Asked<Q, A>[] = [];
    const rest: Asked<Q, A>[] = [];
    for (const asked of waiting) {
      const key = keyOf(asked.question);
      weight += weightOf(asked.question);
      const fits = batch.length === 0 || (weight <= maxWeight && !keys.has(key));
      (fits ? batch : rest).push(asked);
      keys.add(key);
    }
    waiting = rest;
    return batch;
  }

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (isAsking) return;
      isAsking = true;
      // Whoever else asks in this turn of the event loop goes along.
      setImmediate(() => void askAll());
    });
}
