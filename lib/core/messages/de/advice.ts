import type { advice as english } from "../en/advice";
import type { In } from "../locale";

export const advice = {
  receiver: "der Empfänger",
  dns: {
    happened: "{host} hat keine Adresse.",
    todo: "Den Hostnamen prüfen. Ist er neu, braucht DNS vielleicht noch ein paar Minuten.",
  },
  dnsTimeout: {
    happened: "Der Nameserver hat für {host} nicht innerhalb von 3 s geantwortet.",
    todo: "Den Hostnamen und seine Nameserver prüfen.",
  },
  blocked: {
    happened: "Diese URL führt zu einer privaten oder reservierten Adresse.",
    todo: "Eine öffentliche Adresse verwenden. Zum lokalen Arbeiten mit DESTINATIONS=local starten.",
  },
  blockedUrl: {
    happened: "An diese URL darf nichts mehr gesendet werden: Die Regeln für Ziele haben sich geändert.",
    todo: "https, einen öffentlichen Host und einen üblichen Port verwenden.",
  },
  refused: {
    happened: "{address} hat die Verbindung abgelehnt.",
    todo: "Läuft der Server und lauscht er auf diesem Port? Ist eine Firewall im Weg?",
    todoOurs:
      "Läuft der Server und lauscht er auf diesem Port? Ist eine Firewall im Weg (unsere Adressen: {addresses})?",
  },
  unreachable: {
    happened: "Kein Netz führt zu {address}.",
    todo: "Adresse und Routen prüfen. Läuft der Rechner?",
  },
  refusedByProxy: {
    happened: "Der Proxy, über den Zustellungen hinausgehen, hat keine Verbindung zu {address} hergestellt.",
    todo: "Lauscht der Empfänger auf diesem Port? Wenn ja, sollte EGRESS_PROXY vom Betreiber dieses Produkts geprüft werden.",
  },
  reset: {
    happened: "Die Verbindung wurde vor einer Antwort geschlossen.",
    happenedHalf: "Die Verbindung wurde mitten in der Antwort geschlossen.",
    todo: "Im Log des Empfängers zu dieser Zeit nach einem Absturz oder einem Proxy-Limit suchen.",
  },
  expired: {
    happened: "Das Zertifikat von {host} ist abgelaufen.",
    happenedOn: "Das Zertifikat von {host} ist am {day} abgelaufen.",
    todo: "Das Zertifikat erneuern.",
  },
  selfSigned: {
    happened: "Das Zertifikat von {host} ist selbstsigniert.",
    todo: "Die vollständige Kette einer öffentlichen Zertifizierungsstelle installieren.",
  },
  wrongHost: {
    happened: "Das Zertifikat gilt nicht für {host}.",
    todo: "Diesen Namen ins Zertifikat aufnehmen oder in der URL einen Namen verwenden, den es enthält.",
  },
  untrusted: {
    happened: "Das Zertifikat von {host} stammt von keiner hier bekannten Zertifizierungsstelle.",
    todo: "Ein Zertifikat einer öffentlichen Zertifizierungsstelle mit vollständiger Kette installieren.",
  },
  protocol: {
    happened: "Keine gemeinsame TLS-Version mit {host}.",
    todo: "TLS 1.2 oder neuer erlauben. Spricht dieser Port überhaupt HTTPS?",
  },
  tls: {
    happened: "Zu {host} kam keine sichere Verbindung zustande.",
    todo: "Das Zertifikat und seine Kette prüfen; TLS 1.2 oder neuer erlauben.",
  },
  connectTimeout: {
    happened: "Keine Verbindung innerhalb von {limit}.",
    todo: "Prüfen, ob der Server von außen erreichbar ist.",
    todoOurs: "Prüfen, ob der Server von außen erreichbar ist (unsere Adressen: {addresses}).",
  },
  answerTimeout: {
    happened: "Keine Antwort innerhalb von {limit}.",
    todo: "Sofort mit 2xx antworten und die Arbeit danach erledigen.",
  },
  bodyTimeout: {
    happened: "Die Antwort war nicht innerhalb von {limit} zu Ende.",
    todo: "Mit 2xx antworten und die Antwort beenden; nicht streamen.",
  },
  badResponse: {
    happened: "Die Antwort war kein gültiges HTTP.",
    happenedLarge: "Die Header der Antwort waren länger als 16 kB.",
    todo: "Ist dies ein HTTP- oder HTTPS-Port?",
    todoLarge: "Weniger oder kürzere Header senden: Ein Status genügt.",
  },
  interrupted: {
    happened: "Unser Worker wurde mittendrin beendet; vielleicht ist es angekommen.",
    todo: "Nichts: Es wird mit derselben Ereignis-Id noch einmal gesendet.",
  },
  redirect: {
    happened: "{code}: Die Antwort war eine Weiterleitung. Weiterleitungen wird nicht gefolgt.",
    happenedTo: "{code}: Die Antwort war eine Weiterleitung nach {location}. Weiterleitungen wird nicht gefolgt.",
    todo: "Hier die endgültige URL eintragen.",
  },
  unauthorized: {
    happened: "{code}: Der Empfänger hat die Signatur oder die Zugangsdaten abgelehnt.",
    todo: "Sein Secret mit dem dieses Webhooks vergleichen; der Signatur-Debugger unter Prüfen zeigt, welcher Schritt abweicht.",
    todoRotated:
      "Das Secret wurde am {since} erneuert: Das neue beim Empfänger eintragen. Der Signatur-Debugger unter Prüfen zeigt, welcher Schritt abweicht.",
  },
  notFound: {
    happened: "{code}: Unter diesem Pfad nimmt nichts POST an.",
    todo: "Pfad und Methode prüfen. n8n: die Production-URL verwenden und den Workflow veröffentlichen.",
  },
  gone: {
    happened: "410: Der Empfänger hat „gone“ gemeldet.",
    todo: "Der Webhook wurde deaktiviert. Fortsetzen oder neu anlegen.",
    todoTest: "Jede Zustellung außer einem Test würde den Webhook deaktivieren. Zuerst die URL richtigstellen.",
  },
  tooMany: {
    happened: "429: zu viele Anfragen.",
    happenedWait: "429: zu viele Anfragen; gebeten wurde, {wait} zu warten.",
    todo: "Für diesen Webhook eine Rate setzen, die der Empfänger verträgt, oder die des Empfängers erhöhen.",
  },
  failed: {
    happened: "{code}: Beim Empfänger ist etwas schiefgegangen.",
    todo: "In seinem Log zu dieser Zeit nachsehen.",
  },
  payload: {
    happened: "{code}: Der Empfänger hat den Inhalt abgelehnt.",
    todo: "Mit dem Format vergleichen, das der Empfänger erwartet; seine Antwort steht unten. Hat dieser Webhook das richtige Format?",
  },
  unexpected: {
    happened: "{code}: Der Empfänger hat keine Antwort gegeben, die Erfolg bedeutet.",
    todo: "Nur 200 bis 299 gelten als angekommen. Die Antwort steht unten.",
  },
} as const satisfies In<typeof english>;
