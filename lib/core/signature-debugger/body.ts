import { bytesOf, parsed } from "../signature-variants";
import type { Spec } from "./specs";
import { around, firstDifference, step, type DebugInput, type Step } from "./step";

/** Whether it can be the body as it was sent: that is exactly `JSON.stringify(JSON.parse(body))`. */
export function bodyStep({ body, sentBody }: DebugInput, { envelope }: Spec): Step {
  if (sentBody !== undefined) return sentStep(body, sentBody);
  const value = parsed(body);
  if (value === undefined) return step("body", "bad", body.trim() ? "body_no_json" : "body_empty");
  const canonical = JSON.stringify(value);
  if (canonical !== body) return step("body", "bad", changeOf(body, canonical), differing(body, canonical));
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const known = keys.filter((key) => envelope.includes(key));
  const right = envelope.filter((key) => known.includes(key));
  if (known.join() !== right.join()) return step("body", "bad", "body_key_order", { right: right.join(", ") });
  if (right.length < envelope.length) return step("body", "bad", "body_other_format", { keys: envelope.join(", ") });
  return step("body", "ok", "body_canonical", { bytes: bytesOf(body).length });
}

function sentStep(body: string, sent: string): Step {
  if (body === sent) return step("body", "ok", "body_as_sent", { bytes: bytesOf(body).length });
  const value = parsed(body);
  if (value === undefined) return step("body", "bad", "body_not_as_sent", differing(body, sent));
  const canonical = JSON.stringify(value);
  if (canonical === sent) return step("body", "bad", changeOf(body, sent), differing(body, sent));
  const isReordered =
    canonical.length === sent.length && [...canonical].toSorted().join() === [...sent].toSorted().join();
  return step("body", "bad", isReordered ? "body_keys_moved" : "body_not_as_sent", differing(body, sent));
}

/** How JSON text came to be another with the same value. */
function changeOf(body: string, canonical: string): string {
  if (body.trim() === canonical) return "body_space_around";
  if (withoutSpace(body) === canonical) return "body_whitespace";
  if (/\\u[0-9a-f]{4}|\\\//i.test(withoutSpace(body))) return "body_escapes";
  return "body_rewritten";
}

/** Outside of strings. */
const withoutSpace = (json: string) => json.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");

function differing(body: string, right: string) {
  const index = firstDifference(body, right) ?? 0;
  return { byte: bytesOf(body.slice(0, index)).length + 1, found: around(body, index), right: around(right, index) };
}
