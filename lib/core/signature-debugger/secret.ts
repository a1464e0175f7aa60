import { fromBase64, PREFIX, unquoted } from "../signature-variants";
import type { Spec } from "./specs";
import { step, type DebugInput, type Step } from "./step";

/** Whether it looks like a secret of ours, as it is given. */
export function secretStep({ secret }: DebugInput, { decodes }: Spec): Step {
  if (secret !== secret.trim()) return step("secret", "warn", "secret_whitespace");
  if (secret !== unquoted(secret)) return step("secret", "warn", "secret_quoted");
  const part = secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
  const decoded = fromBase64(part);
  if (decodes && !decoded) return step("secret", "bad", "secret_not_base64");
  if (!decodes && !secret.startsWith(PREFIX)) return step("secret", "warn", "secret_without_prefix");
  if (decoded?.length !== 32) return step("secret", "warn", "secret_length", { bytes: decoded?.length ?? 0 });
  return step("secret", "ok", decodes ? "secret_decoded" : "secret_whole");
}
