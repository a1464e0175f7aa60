import { bodyVariants, keyVariants, unquoted } from "../signature-variants";
import { explain } from "./explain";
import { bare } from "./signature";
import { signed, type Spec } from "./specs";
import { firstDifference, step, type DebugInput, type Step } from "./step";

/** Which mistake in a receiver's code gives exactly what it computed. */
export function computedStep(input: DebugInput, spec: Spec): Step[] {
  const { computed, secret, headers } = input;
  const body = input.sentBody ?? input.body;
  if (!computed?.trim() || !secret || !body) return [];
  const keys = keyVariants(secret, spec.decodes);
  const found = bare(unquoted(computed.trim()));
  const why = explain(found, { keys, bodies: bodyVariants(body, spec.envelope), headers, spec });
  if (why) {
    const isRight = Object.values(why).every((kind) => kind === "right");
    return [
      isRight ? step("computed", "ok", "computed_right") : step("computed", "bad", "computed_explained", { ...why }),
    ];
  }
  const right = keys.find(({ kind }) => kind === "right");
  const content = spec.contents[0]?.of(body, headers);
  if (!right || content === undefined) return [];
  const expected = signed(spec, right.value, content);
  return [
    step("computed", "bad", "computed_differs", {
      ...{ expected, found },
      character: (firstDifference(found, expected) ?? 0) + 1,
    }),
  ];
}
