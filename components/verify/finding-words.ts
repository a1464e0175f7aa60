/** What a step of the debugger has found, in words. */
import type { Translate } from "@/lib/core/messages/translate";
import type { Step } from "@/lib/core/signature-debugger/step";

/** The steps name messages; a test holds that each is there and gets what it needs. */
type Say = (key: string, values?: Record<string, string | number>) => string;

export function findingWords(
  t: Translate<"verify">,
  { finding, values = {} }: Pick<Step, "finding" | "values">,
): string {
  const say = t as unknown as Say;
  const named = (group: string, kind: string | number | undefined) => say(`debugger.${group}.${kind}`);
  switch (finding) {
    case "signature_of_other_body":
      return say(`debugger.findings.${finding}`, { body: named("bodies", values["body"]) });
    case "signature_of_other_key":
      return say(`debugger.findings.${finding}`, { key: named("keys", values["key"]) });
    case "signature_written_otherwise":
      return say(`debugger.findings.${finding}`, { encoding: named("encodings", values["encoding"]) });
    case "computed_explained":
      return say(`debugger.findings.${finding}`, { mistakes: mistakesWords(say, values) });
    default:
      return say(`debugger.findings.${finding}`, values);
  }
}

function mistakesWords(say: Say, { key, body, content, encoding }: Record<string, string | number>): string {
  const mistakes = [
    ...(body === "right" ? [] : [say("debugger.mistakes.signsBody", { body: say(`debugger.bodies.${body}`) })]),
    ...(content === "right"
      ? []
      : [say("debugger.mistakes.signsContent", { content: say(`debugger.contents.${content}`) })]),
    ...(key === "right" ? [] : [say("debugger.mistakes.usesKey", { key: say(`debugger.keys.${key}`) })]),
    ...(encoding === "right"
      ? []
      : [say("debugger.mistakes.writes", { encoding: say(`debugger.encodings.${encoding}`) })]),
  ];
  const last = mistakes.pop() ?? "";
  return mistakes.length > 0 ? `${mistakes.join(", ")} ${say("debugger.mistakes.and")} ${last}` : last;
}
