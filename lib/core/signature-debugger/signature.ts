import { bodyVariants, keyVariants } from "../signature-variants";
import { explain } from "./explain";
import { signed, type Spec } from "./specs";
import { firstDifference, headerValue, step, type DebugInput, type Step } from "./step";

/** Whether the signature is that of this body with this secret, and if not, of what it is. */
export function signatureStep(input: DebugInput, spec: Spec, received: string): Step | undefined {
  const { body, secret, headers } = input;
  if (!body || !secret) return undefined;
  const keys = keyVariants(secret, spec.decodes);
  const right = keys.find(({ kind }) => kind === "right");
  const content = spec.contents[0]?.of(body, headers);
  const given = received.split(" ").map(bare);
  if (right && content !== undefined) {
    const expected = signed(spec, right.value, content);
    // Two of one kind: the first is the new secret's.
    if (given[0] === expected) return step("signature", "ok", "signature_right");
    if (given.includes(expected)) return step("signature", "warn", "signature_of_old_secret");
    const previous = spec.previousHeader && headerValue(headers, spec.previousHeader);
    if (previous?.trim() === expected) return step("signature", "warn", "signature_of_old_secret");
  }
  const bodies = bodyVariants(body, spec.envelope);
  for (const one of given) {
    const found = explain(one, { keys, bodies, headers, spec: { ...spec, contents: spec.contents.slice(0, 1) } });
    if (found && found.body !== "right")
      return step("signature", "bad", "signature_of_other_body", { body: found.body });
    if (found && found.key !== "right") return step("signature", "warn", "signature_of_other_key", { key: found.key });
    if (found) return step("signature", "warn", "signature_written_otherwise", { encoding: found.encoding });
  }
  if (!right || content === undefined) return undefined;
  const expected = signed(spec, right.value, content);
  const [found = ""] = given;
  return step("signature", "bad", "signature_differs", {
    expected,
    found,
    character: (firstDifference(found, expected) ?? 0) + 1,
  });
}

/** Without what stands before the signature itself. */
export const bare = (signature: string) => signature.trim().replace(/^(sha256=|v1,)/i, "");
