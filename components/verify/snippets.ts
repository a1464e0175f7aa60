/** Receivers that verify what they get, from docs/snippets, by language and format. */
import snippets from "../../docs/generated/snippets.json";
import type { FormatName } from "../../lib/core/formats";

interface Language {
  label: string;
  /** Under which name whoever copies the code saves it. */
  file: string;
  /** What it needs, and nothing else. */
  needs: string;
}

export const LANGUAGES = {
  node: { label: "Node.js", file: "receiver.mjs", needs: "Node 18 or newer" },
  python: { label: "Python", file: "receiver.py", needs: "Python 3.9 or newer" },
  php: { label: "PHP", file: "receiver.php", needs: "PHP 8 or newer" },
  go: { label: "Go", file: "receiver.go", needs: "Go 1.18 or newer" },
  ruby: { label: "Ruby", file: "config.ru", needs: "Ruby 3 with Rack" },
  java: { label: "Java", file: "Receiver.java", needs: "Java 17 or newer" },
} as const satisfies Record<string, Language>;

export type LanguageName = keyof typeof LANGUAGES;
export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as [LanguageName, ...LanguageName[]];

export const snippetOf = (language: LanguageName, format: FormatName): string => snippets[language][format];
