/** What is refused, in the language that the page is in. For the browser. */
import type { Locale } from "./core/messages/locale";
import { problemsIn, type SayProblem } from "./core/messages/problems";

const asIs: SayProblem = (sentence) => sentence;

/** Loaded when first needed: most readers never see most of them. */
const LOAD: Record<Locale, () => Promise<SayProblem>> = {
  en: () => Promise.resolve(asIs),
  de: async () => problemsIn((await import("./core/messages/de/problems")).PROBLEMS),
};

const loaded = new Map<string, Promise<SayProblem>>();

/** Where the words can't be loaded, the sentences stay English. */
export function problemWords(): Promise<SayProblem> {
  const language = document.documentElement.lang;
  const load = Object.hasOwn(LOAD, language) ? LOAD[language as Locale] : LOAD.en;
  const words =
    loaded.get(language) ??
    load().catch(() => {
      loaded.delete(language);
      return asIs;
    });
  loaded.set(language, words);
  return words;
}
