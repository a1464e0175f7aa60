import type { shell as english } from "../en/shell";
import type { In } from "../locale";

export const shell = {
  product: "Ausgehende Webhooks",
  main: "Hauptmenü",
  settings: "Einstellungen",
  help: "Hilfe",
  links: {
    webhooks: "Ausgehende Webhooks",
    inspectors: "Inspektoren",
    apiKeys: "API-Schlüssel",
    team: "Team",
    auditLog: "Audit-Protokoll",
    account: "Konto",
    documentation: "Dokumentation",
  },
  search: "Suchen",
  shortcuts: "Tastenkürzel",
  menu: "Menü",
  openMenu: "Menü öffnen",
  closeMenu: "Menü schließen",
  skip: "Zum Inhalt springen",
  signOut: "Abmelden",
  signOutFailed: "Das Abmelden ist fehlgeschlagen.",
  roles: { owner: "Inhaber", admin: "Admin", viewer: "Betrachter" },
  nothing: {
    title: "Hier ist nichts",
    text: "Vielleicht wurde es gelöscht, oder der Link ist falsch.",
  },
  failed: {
    title: "Diese Seite konnte nicht geladen werden",
    text: "Unterwegs ist etwas schiefgegangen. Was gespeichert war, ist sicher.",
  },
  offline: "Keine Verbindung. Das Gezeigte ist von <time></time>.",
  online: "Wieder verbunden. Das Gezeigte ist aktuell.",
} as const satisfies In<typeof english>;
