import type { Sentences } from "../sentences";

/**
 * What schemas and the API refuse with, in German, by their English sentences: `{0}`, `{1}`… stand for what varies. The
 * API itself answers in English; a test finds sentences that miss here.
 */
export const PROBLEMS: Sentences = {
  // Anywhere
  "There is nothing here under this id.": "Unter dieser ID gibt es hier nichts.",
  "Check these fields: {0}.": "Diese Felder prüfen: {0}.",
  "{0}: {1}": "{0}: {1}",
  "This needs the permission {0}.": "Dafür ist die Berechtigung {0} nötig.",
  "Sign in, or send an API key: Authorization: Bearer <key>.":
    "Anmelden oder einen API-Schlüssel senden: Authorization: Bearer <key>.",
  "This request did not come from this site.": "Diese Anfrage kam nicht von dieser Website.",
  "Unknown parameter.": "Unbekannter Parameter.",
  "Unknown field.": "Unbekanntes Feld.",
  "Give this parameter once; several values go with commas.":
    "Diesen Parameter nur einmal angeben; mehrere Werte mit Kommas trennen.",
  "This path takes {0}.": "Dieser Pfad nimmt {0} an.",
  "The API takes {0}.": "Die API nimmt {0} an.",
  "A page takes {0}.": "Eine Seite nimmt {0} an.",
  "Something broke on our side. It is logged as {0}.":
    "Bei uns ist etwas schiefgegangen. Im Protokoll steht es unter {0}.",
  "The database is busy or restarting. Try again.":
    "Die Datenbank ist ausgelastet oder startet neu. Bitte erneut versuchen.",
  "The server can't be reached. Check your connection.": "Der Server ist nicht erreichbar. Verbindung prüfen.",
  "The server answered {0}.": "Der Server hat mit {0} geantwortet.",
  "Your session has ended. Sign in in another tab, then come back and try again; what you entered is still here.":
    "Die Sitzung ist beendet. In einem anderen Tab anmelden und hier erneut versuchen; die Eingaben sind noch da.",
  "That didn't work.": "Das hat nicht geklappt.",
  "Use at most {0} characters.": "Höchstens {0} Zeichen.",
  "Use at least {0} characters.": "Mindestens {0} Zeichen.",
  "Use {0}.": "Erlaubt: {0}.",
  "Use whole characters.": "Nur vollständige Zeichen verwenden.",
  "Use at most {0} KiB.": "Höchstens {0} KiB.",
  "Give at least one.": "Mindestens einen Wert angeben.",
  "Give at most {0}.": "Höchstens {0} angeben.",
  "Give a whole number from {0} to {1}.": "Eine ganze Zahl von {0} bis {1} angeben.",
  "Give a whole number from {0} to {1}; without one there is no limit.":
    "Eine ganze Zahl von {0} bis {1} angeben; ohne sie gibt es keine Grenze.",
  "Give whole milliseconds from {0} to {1}.": "Ganze Millisekunden von {0} bis {1} angeben.",
  "Give whole seconds from {0} to {1}.": "Ganze Sekunden von {0} bis {1} angeben.",
  "Give whole seconds from {0} to {1}, which is {2} days.":
    "Ganze Sekunden von {0} bis {1} angeben, das sind {2} Tage.",
  "Give a number above 0, and 100 at most.": "Eine Zahl über 0 und höchstens 100 angeben.",
  "Give true or false.": "true oder false angeben.",
  "Give a list.": "Eine Liste angeben.",
  "Give at least one value.": "Mindestens einen Wert angeben.",
  "Give at most {0} values.": "Höchstens {0} Werte angeben.",
  "Give a number or a string.": "Eine Zahl oder einen Text angeben.",
  "Give a string, a number, true, false or null.": "Einen Text, eine Zahl, true, false oder null angeben.",
  "Give an ISO 8601 instant with its zone, like {0}.": "Einen Zeitpunkt nach ISO 8601 mit Zeitzone angeben, etwa {0}.",
  "Give an instant of the years 1 to 9999, in UTC.": "Einen Zeitpunkt der Jahre 1 bis 9999 in UTC angeben.",
  "Give a moment of the years 1 to 9999.": "Einen Zeitpunkt der Jahre 1 bis 9999 angeben.",
  "Give a moment before to.": "Einen Zeitpunkt vor „to“ angeben.",
  "Give a moment in the past.": "Einen Zeitpunkt in der Vergangenheit angeben.",
  "Give a moment after since.": "Einen Zeitpunkt nach „since“ angeben.",
  "Give an instant in the future.": "Einen Zeitpunkt in der Zukunft angeben.",
  "Give an instant within a year.": "Einen Zeitpunkt innerhalb eines Jahres angeben.",
  "Leave out U+0000 and halves of surrogate pairs.": "U+0000 und halbe Ersatzpaare weglassen.",
  "This is not a cursor of this list.": "Das ist keine Position in dieser Liste.",
  "This is not a cursor of these requests.": "Das ist keine Position in diesen Anfragen.",
  "This name is taken.": "Dieser Name ist vergeben.",
  "Too many attempts to sign in. Wait a while, then try again.":
    "Zu viele Anmeldeversuche. Etwas warten und dann erneut versuchen.",

  // Bodies
  "Send the body as Content-Type: application/json.": "Den Body als Content-Type: application/json senden.",
  "Send the body uncompressed, without Content-Encoding.": "Den Body unkomprimiert senden, ohne Content-Encoding.",
  "The body may have at most {0} KiB.": "Der Body darf höchstens {0} KiB haben.",
  "The body is not valid UTF-8.": "Der Body ist kein gültiges UTF-8.",
  "The body is not valid JSON.": "Der Body ist kein gültiges JSON.",
  "This field stands there twice.": "Dieses Feld steht zweimal da.",
  "This number is too large for JSON.": "Diese Zahl ist zu groß für JSON.",
  "Nested deeper than {0} levels.": "Tiefer als {0} Ebenen verschachtelt.",
  "The key __proto__ is not allowed.": "Der Schlüssel __proto__ ist nicht erlaubt.",
  "The character U+0000 is not allowed.": "Das Zeichen U+0000 ist nicht erlaubt.",
  "Half a surrogate pair is not allowed.": "Ein halbes Ersatzpaar ist nicht erlaubt.",
  "The path has a percent escape that is malformed.": "Der Pfad enthält eine fehlerhafte Prozentkodierung.",
  "The path and headers have more than {0} KiB.": "Pfad und Header haben mehr als {0} KiB.",
  "The request took too long to arrive.": "Die Anfrage kam zu langsam an.",
  "This is not an HTTP request that can be read.": "Das ist keine lesbare HTTP-Anfrage.",
  "Send no Expect header but {0}.": "Keinen anderen Expect-Header als {0} senden.",
  "Send a Host header.": "Einen Host-Header senden.",

  // Accounts
  "An account has at most {0} API keys. Revoke one first.":
    "Ein Konto hat höchstens {0} API-Schlüssel. Zuerst einen widerrufen.",
  "This API key is unknown, expired or revoked.": "Dieser API-Schlüssel ist unbekannt, abgelaufen oder widerrufen.",
  "This link was used already, or a newer one exists. Look at the terminal.":
    "Dieser Link wurde schon benutzt, oder es gibt einen neueren. Er steht im Terminal.",
  "E-mail and password don't match.": "E-Mail-Adresse und Passwort passen nicht zusammen.",
  "Enter an e-mail address.": "Eine E-Mail-Adresse eingeben.",
  "Enter your e-mail address.": "Die eigene E-Mail-Adresse eingeben.",
  "Enter your password.": "Das Passwort eingeben.",
  "Give the account a name.": "Dem Konto einen Namen geben.",
  "Give the key a name.": "Dem Schlüssel einen Namen geben.",
  "Choose at least one scope.": "Mindestens eine Berechtigung auswählen.",
  "This API key has sent its {0} requests of {1} s. Try again in {2} s.":
    "Dieser API-Schlüssel hat seine {0} Anfragen in {1} s gesendet. In {2} s erneut versuchen.",

  // Webhooks
  "Give the webhook a title.": "Dem Webhook einen Titel geben.",
  "Enter the URL that receives the events.": "Die URL eingeben, die die Ereignisse empfängt.",
  "This is not a complete URL, like https://example.com/hook.":
    "Das ist keine vollständige URL wie https://example.com/hook.",
  "The URL must begin with https://.": "Die URL muss mit https:// beginnen.",
  "The URL must begin with https:// or http://.": "Die URL muss mit https:// oder http:// beginnen.",
  "A URL holds no spaces, control characters or backslashes.":
    "Eine URL enthält keine Leerzeichen, Steuerzeichen oder umgekehrten Schrägstriche.",
  "A URL must not carry a user name or password.": "Eine URL darf weder Benutzernamen noch Passwort enthalten.",
  "Leave out the part from # on: it is never sent.": "Den Teil ab # weglassen: Er wird nie gesendet.",
  "This port is not allowed. Use 443, 8443, or one from 1024 up.":
    "Dieser Port ist nicht erlaubt. Möglich sind 443, 8443 und alle ab 1024.",
  "This URL leads to a private or reserved address or name. Use a public one.":
    "Diese URL führt zu einer privaten oder reservierten Adresse oder einem solchen Namen. Eine öffentliche verwenden.",
  "The URL leads to another server: give this value again, or remove it.":
    "Die URL führt zu einem anderen Server: Diesen Wert neu angeben oder entfernen.",
  "Give {0} a value.": "{0} braucht einen Wert.",
  "Choose at least one event.": "Mindestens ein Ereignis auswählen.",
  "Choose at most {0} entries; a group like call.* is one.":
    "Höchstens {0} Einträge auswählen; eine Gruppe wie call.* zählt als einer.",
  "There is no event type {0}.": "Es gibt keinen Ereignistyp {0}.",
  "Give an event type, like {0}.": "Einen Ereignistyp angeben, etwa {0}.",
  "Give event types, like {0}.": "Ereignistypen angeben, etwa {0}.",
  "Give a path into the event's data, like {0}.": "Einen Pfad in die Daten des Ereignisses angeben, etwa {0}.",
  "Give at most {0} delays.": "Höchstens {0} Wartezeiten angeben.",
  "Give either a preset ({0}) or delaysSeconds: at most {1} whole numbers from 1 to {2}.":
    "Entweder eine Vorgabe ({0}) oder delaysSeconds angeben: höchstens {1} ganze Zahlen von 1 bis {2}.",
  'Give "all", "discard" or {"last": N}, N from 1 to {0}.':
    '"all", "discard" oder {"last": N} angeben, N von 1 bis {0}.',
  "Goes with status active: it says what becomes of what was held.":
    "Gehört zu status active: Es sagt, was aus dem Zurückgehaltenen wird.",
  "The webhook is active: it holds nothing.": "Der Webhook ist aktiv: Er hält nichts zurück.",
  "This webhook was changed since you read it. Read it again, then send your change with its new ETag.":
    "Dieser Webhook wurde inzwischen geändert. Neu laden und die Änderung dann noch einmal vornehmen.",
  "Not the ETag of this webhook as it is now.": "Nicht der jetzige ETag dieses Webhooks.",
  "This webhook's secret can't be read. Rotate it.": "Das Secret dieses Webhooks ist nicht lesbar. Bitte erneuern.",
  "Give more than noticeAfterSeconds: a warning always precedes.":
    "Mehr als noticeAfterSeconds angeben: Eine Warnung geht immer voraus.",
  "Give either a preset ({0}) or noticeAfterSeconds and disableAfterSeconds.":
    "Entweder eine Vorgabe ({0}) oder noticeAfterSeconds und disableAfterSeconds angeben.",
  "The format {0} needs the value of its Authorization header.":
    "Das Format {0} braucht den Wert seines Authorization-Headers.",
  "{0} is sent by the format {1}: use authorization.":
    "{0} sendet schon das Format {1}: Das Feld Authorization benutzen.",
  "{0} is set by authorization already.": "{0} wird schon durch das Feld Authorization gesetzt.",
  "{0} is the webhook's own format: choose another, or none.":
    "{0} ist schon das Format des Webhooks: ein anderes wählen oder keins.",
  "{0} and {1} can't be sent together: both set {2}.":
    "{0} und {1} lassen sich nicht zusammen senden: Beide setzen {2}.",

  // Headers
  "Header names have 1 to 100 letters, digits, hyphens or underscores, and begin with a letter or digit.":
    "Header-Namen haben 1 bis 100 Buchstaben, Ziffern, Binde- oder Unterstriche und beginnen mit Buchstabe oder Ziffer.",
  "{0} belongs to the connection.": "{0} gehört zur Verbindung.",
  "{0} is set for every delivery.": "{0} wird bei jeder Zustellung gesetzt.",
  "{0} is for proxies to set.": "{0} setzen nur Proxys.",
  "{0} is for browsers to set.": "{0} setzen nur Browser.",
  "{0} carries what deliveries are verified by.": "{0} trägt, woran Zustellungen geprüft werden.",
  "{0} is obeyed by cloud services.": "{0} wird von Cloud-Diensten befolgt.",
  "{0} is a wire format's own.": "{0} gehört einem Format.",
  "The value of {0} has more than {1} characters.": "Der Wert von {0} hat mehr als {1} Zeichen.",
  "Give {0} a value of visible ASCII characters, with no space around it.":
    "{0} braucht einen Wert aus sichtbaren ASCII-Zeichen, ohne Leerraum am Rand.",
  "Give the value as text.": "Den Wert als Text angeben.",
  "Give an object of header names and values.": "Ein Objekt aus Header-Namen und Werten angeben.",
  "Give at most {0} headers.": "Höchstens {0} Header angeben.",
  "{0} stands there twice.": "{0} steht zweimal da.",
  "Together the headers have more than {0} characters.": "Zusammen haben die Header mehr als {0} Zeichen.",
  "Give the value of the Authorization header.": "Den Wert des Authorization-Headers angeben.",
  "Use visible ASCII characters, with no space around them.":
    "Sichtbare ASCII-Zeichen verwenden, ohne Leerraum am Rand.",
  "Use {0} to {1} visible ASCII characters.": "{0} bis {1} sichtbare ASCII-Zeichen verwenden.",
  "Use {0} to {1} printable ASCII characters.": "{0} bis {1} druckbare ASCII-Zeichen verwenden.",

  // Filters
  "Give at least one condition.": "Mindestens eine Bedingung angeben.",
  'Give {"path", "op", "value"}, op one of {0}; or {"all": […]}, {"any": […]} or {"not": …}.':
    '{"path", "op", "value"} angeben, op eins von {0}; oder {"all": […]}, {"any": […]} oder {"not": …}.',
  "Use at most {0} conditions, nested at most {1} deep.":
    "Höchstens {0} Bedingungen, höchstens {1} tief verschachtelt.",
  "Use contains with a text at most {0} times.": "contains mit einem Text höchstens {0}-mal verwenden.",
  "Give a type, whose sample is asked, or data.": "Einen Typ angeben, dessen Beispiel geprüft wird, oder Daten.",

  // The log's search, its views and exports
  'Write it like data.contact = "9198" and data.score > 50.':
    'So schreiben: data.contact = "9198" and data.score > 50.',
  'Write "and" or "or" before "{0}" at {1}.': "„and“ oder „or“ vor „{0}“ an Stelle {1} schreiben.",
  "{0}: {1} is expected.": "{0}: {1} wird erwartet.",
  "{0}: after {1}, write =, !=, >, >=, <, <=, contains, startsWith, in or exists.":
    "{0}: Nach {1} =, !=, >, >=, <, <=, contains, startsWith, in oder exists schreiben.",
  "The quote at {0} is not closed.": "Das Anführungszeichen an Stelle {0} ist nicht geschlossen.",
  "The text at {0} has an escape that JSON doesn't know.":
    "Der Text an Stelle {0} hat eine Maskierung, die JSON nicht kennt.",
  "This is nested too deep.": "Das ist zu tief verschachtelt.",
  "Many searches are under way already. Try again in a moment.":
    "Es laufen schon viele Suchen. In einem Augenblick erneut versuchen.",
  "Much is being counted already. Try again in a moment.":
    "Es wird schon viel gezählt. In einem Augenblick erneut versuchen.",
  "{0} exports are under way already. Wait until one has ended.":
    "Es laufen schon {0} Exporte. Warten, bis einer fertig ist.",
  "Too many streams are open. Close one, or ask for pages instead.":
    "Zu viele Streams sind offen. Einen schließen oder stattdessen seitenweise lesen.",
  "Give a number of minutes, hours or days, like {0}.": "Eine Anzahl Minuten, Stunden oder Tage angeben, etwa {0}.",
  "Give response codes from 100 to 599, or classes, like 5xx.":
    "Antwortcodes von 100 bis 599 oder Klassen wie 5xx angeben.",
  "Give it a name of 1 to 60 characters.": "Einen Namen von 1 bis 60 Zeichen angeben.",
  "There is a view named {0} already.": "Es gibt schon eine Ansicht namens {0}.",
  "There are {0} saved views already. Delete one first.":
    "Es gibt schon {0} gespeicherte Ansichten. Zuerst eine löschen.",
  "Unknown filter.": "Unbekannter Filter.",
  "Give a span of at most {0} days.": "Einen Zeitraum von höchstens {0} Tagen angeben.",
  "Less than an hour is kept for {0} days: give longer ones.":
    "Weniger als eine Stunde ist {0} Tage lang aufbewahrt: längere angeben.",

  // Tests before saving
  "At most {0} tests before saving in an hour. Try again later.":
    "Höchstens {0} Tests vor dem Speichern je Stunde. Später erneut versuchen.",
  "It was a test of what isn't saved. Send a new one.":
    "Das war ein Test von etwas nicht Gespeichertem. Einen neuen senden.",
  "Its secret can't be read. Rotate it first.": "Das Secret ist nicht lesbar. Zuerst erneuern.",

  // Events and their types
  "Give the event's data as a JSON object.": "Die Daten des Ereignisses als JSON-Objekt angeben.",
  "Send 1 to {0} events.": "1 bis {0} Ereignisse senden.",
  "Give a list of events.": "Eine Liste von Ereignissen angeben.",
  "An event may have at most {0} KiB.": "Ein Ereignis darf höchstens {0} KiB haben.",
  "This Idempotency-Key was used with another body.": "Dieser Idempotency-Key wurde mit anderem Inhalt benutzt.",
  "Use a new key for a new event.": "Für ein neues Ereignis einen neuen Schlüssel verwenden.",
  "There is no account with this id.": "Es gibt kein Konto mit dieser ID.",
  "Give a name like order.paid.": "Einen Namen wie order.paid angeben.",
  "Use lower-case words with dots between them, like order.paid: a to z, 0 to 9 and _.":
    "Kleingeschriebene Wörter mit Punkten dazwischen verwenden, wie order.paid: a bis z, 0 bis 9 und _.",
  "Names that begin with {0} are ours.": "Namen, die mit {0} beginnen, sind dem Produkt vorbehalten.",
  "Say when it is triggered.": "Sagen, wann es ausgelöst wird.",
  "Leave no line empty.": "Keine Zeile leer lassen.",
  "Give the set a name.": "Der Auswahl einen Namen geben.",
  "There is a set named {0} already.": "Es gibt schon eine Auswahl namens {0}.",
  "An account has at most {0} sets of its own. Delete one first.":
    "Ein Konto hat höchstens {0} eigene Auswahlen. Zuerst eine löschen.",
  "An account has at most {0} event types of its own. Delete one first.":
    "Ein Konto hat höchstens {0} eigene Ereignistypen. Zuerst einen löschen.",
  "Webhooks subscribe to {0}: {1}. Change them first.": "Webhooks abonnieren {0}: {1}. Diese zuerst ändern.",
  "There is an event type {0} already.": "Es gibt schon einen Ereignistyp {0}.",
  "{0} is built in: it can't be changed or deleted.": "{0} ist eingebaut und lässt sich weder ändern noch löschen.",
  "The sample doesn't fit the schema. {0}": "Das Beispiel passt nicht zum Schema. {0}",

  // Data against its schema, and schemas themselves
  "This is not allowed.": "Das ist nicht erlaubt.",
  "This is missing.": "Das fehlt.",
  "Has to be {0}, not {1}.": "Muss {0} sein, nicht {1}.",
  "Has to be {0}.": "Muss {0} sein.",
  "Has to be one of {0}.": "Muss eins von {0} sein.",
  "Has to be at least {0}.": "Muss mindestens {0} sein.",
  "Has to be at most {0}.": "Darf höchstens {0} sein.",
  "Has to be above {0}.": "Muss über {0} liegen.",
  "Has to be below {0}.": "Muss unter {0} liegen.",
  "Has {0} {1}, has to have at least {2}.": "Hat {0} {1}, mindestens {2} sind nötig.",
  "Has {0} {1}, may have at most {2}.": "Hat {0} {1}, höchstens {2} sind erlaubt.",
  "Fits none of the schema's alternatives.": "Passt auf keine der Alternativen des Schemas.",
  "Fits {0} of the schema's alternatives, has to fit one.": "Passt auf {0} der Alternativen, genau eine ist nötig.",
  "Fits what the schema excludes.": "Passt auf das, was das Schema ausschließt.",
  "Has to be a string.": "Muss ein Text sein.",
  "Has to be true or false.": "Muss true oder false sein.",
  "Has to be a number.": "Muss eine Zahl sein.",
  "Has to be a whole number from 0.": "Muss eine ganze Zahl ab 0 sein.",
  "Has to be a list.": "Muss eine Liste sein.",
  "Has to be of {0}.": "Muss eins von {0} sein.",
  "Has to be a list of 1 to {0} strings, numbers, booleans or null.":
    "Muss eine Liste von 1 bis {0} Texten, Zahlen, Wahrheitswerten oder null sein.",
  "Has to be a string, a number, a boolean or null.": "Muss ein Text, eine Zahl, ein Wahrheitswert oder null sein.",
  "Has to be a list of field names.": "Muss eine Liste von Feldnamen sein.",
  "Patterns aren't taken: a regular expression can take any time. Use enum, minLength and maxLength.":
    "Muster werden nicht angenommen: Ein regulärer Ausdruck kann beliebig lange dauern. enum, minLength und maxLength verwenden.",
  "References aren't taken: write the schema out where it is used.":
    "Verweise werden nicht angenommen: Das Schema dort ausschreiben, wo es gebraucht wird.",
  "Not taken: comparing all items with each other can take any time.":
    "Wird nicht angenommen: Alle Einträge miteinander zu vergleichen kann beliebig lange dauern.",
  "Has to be a schema: an object, true or false.": "Muss ein Schema sein: ein Objekt, true oder false.",
  "Has to be an object of schemas.": "Muss ein Objekt aus Schemas sein.",
  "Has to be a list of schemas.": "Muss eine Liste von Schemas sein.",
  "The keyword {0} isn't known here.": "Das Schlüsselwort {0} ist hier nicht bekannt.",
  "Use at most {0} alternatives (allOf, anyOf, oneOf, not) in all.":
    "Insgesamt höchstens {0} Alternativen (allOf, anyOf, oneOf, not) verwenden.",
  "Give a JSON Schema as an object.": "Ein JSON-Schema als Objekt angeben.",
  "A schema may have at most {0} KiB.": "Ein Schema darf höchstens {0} KiB haben.",

  // Deliveries
  "Give response codes from 100 to 599.": "Antwortcodes von 100 bis 599 angeben.",
  "Its webhook was deleted: there is nowhere to send it.": "Der Webhook wurde gelöscht: Es gibt kein Ziel mehr.",
  "Its webhook is {0}. Resume the webhook first.": "Der Webhook ist nicht aktiv ({0}). Zuerst fortsetzen.",
  "It is just being cancelled. Try again in a moment.":
    "Sie wird gerade abgebrochen. In einem Augenblick erneut versuchen.",
  "An attempt is under way. Wait for its result.": "Ein Versuch läuft gerade. Sein Ergebnis abwarten.",
  "There is too much to count within five seconds. Give a shorter span, or fewer types.":
    "Es gibt zu viel, um es in fünf Sekunden zu zählen. Einen kürzeren Zeitraum oder weniger Typen angeben.",
  "It is {0} already, so there is nothing to {1}.": "Das ist schon abgeschlossen ({0}).",
  "Events are kept since {0}; give a later moment.":
    "Ereignisse sind seit {0} aufbewahrt; einen späteren Zeitpunkt angeben.",
  "There is no delivery {0}.": "Es gibt keine Zustellung {0}.",
  "Give 1 to {0} ids of deliveries.": "1 bis {0} IDs von Zustellungen angeben.",
  "Give either ids or a filter; {} retries all that failed.":
    "Entweder IDs oder einen Filter angeben; {} wiederholt alle fehlgeschlagenen.",
  "These are more than {0} buckets: give longer ones.": "Das sind mehr als {0} Abschnitte: längere angeben.",
  "Minutes are kept for {0} days: give longer ones.": "Minuten sind {0} Tage lang aufbewahrt: längere angeben.",
  "Give one of after, since and last.": "Eins von after, since und last angeben.",

  // Alerts
  "An account has at most {0} alert rules. Delete one first.":
    "Ein Konto hat höchstens {0} Warnregeln. Zuerst eine löschen.",
  "There is no webhook with this id.": "Es gibt keinen Webhook mit dieser ID.",
  "Give at most {0} addresses.": "Höchstens {0} Adressen angeben.",
  'Give "owners", or a list of at most {0} e-mail addresses.':
    '"owners" oder eine Liste von höchstens {0} E-Mail-Adressen angeben.',
  "Give the URL of an incoming webhook.": "Die URL eines eingehenden Webhooks angeben.",
  "Name an event type, or leave this out.": "Einen Ereignistyp nennen oder das Feld weglassen.",
  "Name at most {0} event types.": "Höchstens {0} Ereignistypen nennen.",
  "Name one of the kinds of alert rules.": "Eine der Arten von Warnregeln nennen.",
  "Give the rule a title.": "Der Regel einen Titel geben.",
  "Give a time of day, like 22:00.": "Eine Uhrzeit angeben, etwa 22:00.",
  "Give an IANA time zone, like Europe/Berlin.": "Eine IANA-Zeitzone angeben, etwa Europe/Berlin.",
  "Give another time than from.": "Eine andere Zeit als den Beginn angeben.",

  // Inspectors
  "An account has at most {0} inspectors. Delete one first.":
    "Ein Konto hat höchstens {0} Inspektoren. Zuerst einen löschen.",
  "Too many requests for this inspector at once.": "Zu viele Anfragen auf einmal für diesen Inspektor.",
  "Give an HTTP status from 200 to 599.": "Einen HTTP-Status von 200 bis 599 angeben.",
  "An answer may have Location, Retry-After, and headers that begin with X- and aren't this server's own.":
    "Eine Antwort darf Location, Retry-After und Header haben, die mit X- beginnen und nicht die dieses Servers sind.",
  "Give a value of {0} to {1} visible ASCII characters.":
    "Einen Wert aus {0} bis {1} sichtbaren ASCII-Zeichen angeben.",
  "Give the secret.": "Das Secret angeben.",
  "Give the inspector a title.": "Dem Inspektor einen Titel geben.",
  "An inspector takes bodies of at most {0} KiB.": "Ein Inspektor nimmt Bodys bis {0} KiB an.",

  // The delivery log
  "Give a number of minutes, hours or days, like 15m, 24h or 7d.":
    "Eine Zahl von Minuten, Stunden oder Tagen angeben, etwa 15m, 24h oder 7d.",
  '"{0}" at {1} can\'t be read. {2}': "„{0}“ an Stelle {1} ist nicht lesbar. {2}",
  "At the end": "Am Ende",
  'At {0}, "{1}"': "An Stelle {0}, „{1}“",
  "{0}: a path is expected. {1}": "{0}: Hier gehört ein Pfad hin. {1}",
  "{0}: a value is expected. Put text in quotes: {1}.":
    "{0}: Hier gehört ein Wert hin. Text in Anführungszeichen setzen: {1}.",
  "{0}: a value is expected.": "{0}: Hier gehört ein Wert hin.",

  // People
  "This is not your current password.": "Das ist nicht das bisherige Passwort.",
  "The password was changed meanwhile.": "Das Passwort wurde inzwischen geändert.",
  "This needs a session.": "Dafür ist eine Sitzung nötig.",
  "This is for signed-in people.": "Das ist für angemeldete Personen.",
  "They are a member already.": "Diese Person ist schon Mitglied.",
  "This address has just joined another account. Try again, with that password.":
    "Diese Adresse ist gerade einem anderen Konto beigetreten. Bitte mit jenem Passwort erneut versuchen.",
  "An account has at most {0} members and invites. Remove or revoke one first.":
    "Ein Konto hat höchstens {0} Mitglieder und Einladungen. Zuerst eines entfernen oder eine widerrufen.",
  "This is not your password.": "Das ist nicht das richtige Passwort.",
  "This link was used already, was revoked or has expired. Ask for a new one.":
    "Dieser Link wurde schon benutzt, widerrufen oder ist abgelaufen. Einen neuen anfordern.",
  "This is the last owner, and an account has at least one. Make somebody else an owner first.":
    "Das ist der letzte Inhaber, und ein Konto hat mindestens einen. Zuerst jemand anderen zum Inhaber machen.",
  "Enter your current password.": "Das bisherige Passwort eingeben.",
};
