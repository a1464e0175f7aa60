"use client";

import { useEffect, useState } from "react";
import type { SayProblem } from "@/lib/core/messages/problems";
import { problemWords } from "@/lib/problem-words";

/** For what is checked in the browser, in the reader's language; in English until its words are here. */
export function useProblemWords(): SayProblem {
  const [words, setWords] = useState<{ say: SayProblem }>({ say: (sentence) => sentence });
  useEffect(() => {
    let isHere = true;
    void problemWords().then((say) => isHere && setWords({ say }));
    return () => {
      isHere = false;
    };
  }, []);
  return words.say;
}
