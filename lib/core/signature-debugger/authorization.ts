import { MASK } from "../authorization";
import { unquoted } from "../signature-variants";
import { around, firstDifference, headerValue, step, type DebugInput, type Step } from "./step";

/** For the format without a signature: the header carries exactly the value that was chosen. */
export function authorizationSteps({ headers, secret }: DebugInput): Step[] {
  const received = headerValue(headers, "Authorization");
  if (received === undefined) {
    return [step("header", "bad", headers.length === 0 ? "header_none" : "header_missing", { name: "Authorization" })];
  }
  const found = step("header", "ok", "header_found", { name: "Authorization" });
  if (received === MASK) return [step("header", "warn", "authorization_masked")];
  if (!secret) return [found];
  return [found, compared(received, secret)];
}

function compared(received: string, wanted: string): Step {
  if (received === wanted) return step("signature", "ok", "authorization_right");
  if (received.trim() === wanted.trim()) return step("signature", "bad", "authorization_whitespace");
  if (received === unquoted(wanted)) return step("signature", "bad", "authorization_quoted");
  if (withoutScheme(received) === withoutScheme(wanted)) return step("signature", "bad", "authorization_scheme");
  if (received.toLowerCase() === wanted.toLowerCase()) return step("signature", "bad", "authorization_case");
  const index = firstDifference(received, wanted) ?? 0;
  return step("signature", "bad", "authorization_differs", {
    ...{ character: index + 1, found: around(received, index), right: around(wanted, index) },
  });
}

const withoutScheme = (value: string) => value.trim().replace(/^(Bearer|Basic|Token)\s+/i, "");
