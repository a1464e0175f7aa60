/** What leaves the product without a reader's choice, like mails, is in English. */
import { en } from "./en";
import { translatorOf, type Namespace, type Translate } from "./translate";

export const english = <Of extends Namespace>(namespace: Of): Translate<Of> => translatorOf("en", en, namespace);
