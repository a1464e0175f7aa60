/** How code asks for messages: type-checked keys and arguments, in ICU message syntax. */
import { createTranslator } from "use-intl/core";
import type { en } from "./en";
import type { Locale } from "./locale";

export type Messages = typeof en;
export type Namespace = keyof Messages;

/** Says the messages of a namespace in one language: `t("count", { count })`. */
export type Translate<Of extends Namespace> = ReturnType<typeof createTranslator<Messages, Of>>;

/** @param messages those of this locale */
export function translatorOf<Of extends Namespace>(locale: Locale, messages: Messages, namespace: Of): Translate<Of> {
  return createTranslator<Messages, Of>({ locale, messages, namespace } as never);
}
