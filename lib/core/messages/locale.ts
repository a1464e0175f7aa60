/** The languages of the dashboard, and which one a reader gets. */
export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "en";

/** Where the choice is kept. */
export const LOCALE_COOKIE = "locale";

/** How each language calls itself. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", de: "Deutsch" };

/** The same messages in another language. */
export type In<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : In<Messages[Key]>;
};

const isLocale = (text: string): text is Locale => LOCALES.some((locale) => locale === text);

/**
 * @param chosen the cookie's value
 * @param accepted the Accept-Language header, for whoever hasn't chosen
 */
export function localeOf(chosen: string | undefined, accepted: string | null): Locale {
  if (chosen !== undefined && isLocale(chosen)) return chosen;
  const wanted = (accepted ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0] ?? "", quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? DEFAULT_LOCALE;
}
