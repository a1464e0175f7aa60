/** Which mistakes, as few as can be, turn what is right into what was found. */
import { hmacSha256 } from "../sha256";
import {
  bytesOf,
  encodingVariants,
  type BodyKind,
  type EncodingKind,
  type KeyKind,
  type Variant,
} from "../signature-variants";
import type { HeaderPairs } from "../attempt";
import type { ContentKind, Spec } from "./specs";

export interface Explanation {
  key: KeyKind;
  body: BodyKind;
  content: ContentKind;
  encoding: EncodingKind;
}

interface Space {
  keys: readonly Variant<KeyKind, Uint8Array>[];
  bodies: readonly Variant<BodyKind, string>[];
  headers: HeaderPairs;
  spec: Spec;
}

/** @param found without prefix and space @returns the explanation with the fewest mistakes */
export function explain(found: string, { keys, bodies, headers, spec }: Space): Explanation | undefined {
  let best: Explanation | undefined;
  for (const body of bodies) {
    for (const content of spec.contents) {
      const text = content.of(body.value, headers);
      if (text === undefined) continue;
      const bytes = bytesOf(text);
      for (const key of keys) {
        const one = { key: key.kind, body: body.kind, content: content.kind };
        if (best && mistakesIn(best) <= mistakesIn({ ...one, encoding: "right" })) continue;
        const match = encodingVariants(hmacSha256(key.value, bytes), spec.encoding).find(
          ({ value }) => value === found,
        );
        if (!match) continue;
        const explanation = { ...one, encoding: match.kind };
        if (!best || mistakesIn(explanation) < mistakesIn(best)) best = explanation;
        if (mistakesIn(best) === 0) return best;
      }
    }
  }
  return best;
}

const mistakesIn = (explanation: Explanation) => Object.values(explanation).filter((kind) => kind !== "right").length;
