import type { ui as english } from "../en/ui";
import type { In } from "../locale";

export const ui = {
  time: { now: "gerade eben", ago: "vor {span}", ahead: "in {span}" },
  language: "Sprache",
  theme: { title: "Design", system: "Wie das System", light: "Hell", dark: "Dunkel" },
  copy: "Kopieren",
  copyNamed: "{name} kopieren",
  copied: "Kopiert",
  notCopied: "Nicht kopiert",
  clearSearch: "Suche leeren",
  clear: "Leeren",
  any: "alle",
  chosen: "{count, number} von {all, number}",
  choose: "Auswählen",
  close: "Schließen",
  partMissing: "Das konnte nicht geladen werden. Die Verbindung prüfen und noch einmal versuchen.",
  tryAgain: "Erneut versuchen",
  asOf: "Stand <time></time>.",
  loading: "Wird geladen",
  optional: "(optional)",
  toasts: "Meldungen",
  once: {
    description: "Jetzt kopieren und dort ablegen, wo {keeper} es lesen kann. Es wird nicht noch einmal angezeigt.",
    stored: "Es ist abgelegt",
  },
} as const satisfies In<typeof english>;
