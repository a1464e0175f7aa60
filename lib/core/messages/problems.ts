/** Puts what schemas and the API refuse with, which are English sentences, into the reader's language. */
import type { Sentences } from "./sentences";

/** Says a sentence in another language; one that it doesn't know comes back as it is. */
export type SayProblem = (sentence: string) => string;

/** @param problems with `{0}`, `{1}`… for what varies */
export function problemsIn(problems: Sentences): SayProblem {
  // The longest first: what says more fits better.
  const patterns = Object.entries(problems)
    .filter(([sentence]) => HOLE.test(sentence))
    .toSorted(([one], [other]) => fixedLengthOf(other) - fixedLengthOf(one))
    .map(([sentence, translated]) => ({ pattern: patternOf(sentence), translated }));
  const say: SayProblem = (sentence) => {
    const exact = problems[sentence];
    if (exact !== undefined) return exact;
    for (const { pattern, translated } of patterns) {
      const found = pattern.exec(sentence);
      if (found) return translated.replace(HOLES, (_, index: string) => say(found[Number(index) + 1] ?? ""));
    }
    return sentence;
  };
  return say;
}

const HOLE = /\{\d\}/;
const HOLES = /\{(\d)\}/g;
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

const fixedLengthOf = (sentence: string) => sentence.replace(HOLES, "").length;

function patternOf(sentence: string): RegExp {
  const literal = sentence
    .split(HOLES)
    .map((part, index) => (index % 2 === 0 ? part.replace(SPECIAL, "\\$&") : "(.+)"));
  return new RegExp(`^${literal.join("")}$`, "s");
}
