import type { notices as english } from "../en/notices";
import type { In } from "../locale";

export const notices = {
  failing: "{webhook} schlägt fehl",
  disabled: "{webhook} wurde deaktiviert",
  works: "{webhook} funktioniert wieder",
  test: "Test: {rule}",
  rules: {
    repeated_failures: "{webhook} schlägt immer wieder fehl",
    success_rate: "{webhook} schlägt zu oft fehl",
    event_type_failing: "{webhook} schlägt für einen Ereignistyp fehl",
    latency_p95: "{webhook} antwortet langsam",
    backlog_age: "{webhook} hat einen Rückstand",
    silence: "{webhook} bekommt keine Ereignisse",
    certificate: "{webhook} hat ein ablaufendes Zertifikat",
  },
  over: {
    repeated_failures: "{webhook} gelingt wieder",
    success_rate: "{webhook} schlägt nicht mehr zu oft fehl",
    event_type_failing: "{webhook} gelingt wieder für einen Ereignistyp",
    latency_p95: "{webhook} antwortet wieder schnell",
    backlog_age: "{webhook} hat keinen Rückstand mehr",
    silence: "{webhook} bekommt wieder Ereignisse",
    certificate: "{webhook} hat ein neues Zertifikat",
  },
  evidence: {
    failing: "Nichts als Fehler seit {since}",
    failingUntil: "Nichts als Fehler seit {since}; wird {at} deaktiviert, wenn nicht eine Zustellung gelingt",
    disabled: "Seine Zustellungen werden zurückgehalten, bis er fortgesetzt wird",
    recovered: "Er war seit {since} fehlgeschlagen",
    test: "Dies ist ein Test der Wege einer Alarmregel: Es ist alles in Ordnung",
    repeated_failures: "{count, plural, one {# Versuch} other {# Versuche}} hintereinander fehlgeschlagen",
    success_rate: "{succeeded, number} von {count, plural, one {# Versuch} other {# Versuchen}} gelungen: {percent} %",
    event_type_failing:
      "{count, plural, one {# Versuch} other {# Versuche}} von {type} fehlgeschlagen, seit zuletzt einer gelang",
    latency_p95: "95 % von {count, plural, one {# Versuch} other {# Versuchen}} dauerten bis zu {ms, number} ms",
    backlog_age: "Eine Zustellung ist seit {since} fällig und wurde nicht gesendet",
    silence: "Kein Ereignis seit {since}",
    silenceEver: "Noch kein Ereignis",
    certificate: "Das Zertifikat des Empfängers endet {at}",
    over: "Seit zwei Minuten hat die Alarmregel nichts zu melden",
  },
} as const satisfies In<typeof english>;
