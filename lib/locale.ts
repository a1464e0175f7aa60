/** The language of whoever looks, on the server. */
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { de } from "./core/messages/de";
import { en } from "./core/messages/en";
import { LOCALE_COOKIE, localeOf, type In, type Locale } from "./core/messages/locale";
import { translatorOf, type Messages, type Namespace, type Translate } from "./core/messages/translate";

/** Every language has the English keys (`In`), with words of its own. */
export const MESSAGES: Record<Locale, Messages> = { en, de: de as In<Messages> as Messages };

export const currentLocale = cache(async (): Promise<Locale> => {
  const [jar, requestHeaders] = await Promise.all([cookies(), headers()]);
  return localeOf(jar.get(LOCALE_COOKIE)?.value, requestHeaders.get("accept-language"));
});

/** For pages and their titles. */
export async function translator<Of extends Namespace>(namespace: Of): Promise<Translate<Of>> {
  const locale = await currentLocale();
  return translatorOf(locale, MESSAGES[locale], namespace);
}
