import { fromBase64 } from "../signature-variants";
import type { Spec } from "./specs";
import { step, type Step } from "./step";

const HEX = /^[0-9a-f]{64}$/;

/** Whether the signature is written as the format writes it. */
export function encodingStep({ encoding }: Spec, received: string): Step {
  return encoding === "hex" ? hexStep(received) : base64Step(received);
}

function hexStep(received: string): Step {
  if (HEX.test(received)) return step("encoding", "ok", "hex_right");
  if (/^sha256=/i.test(received)) return step("encoding", "warn", "hex_prefixed");
  if (HEX.test(received.toLowerCase())) return step("encoding", "warn", "hex_upper_case");
  if (/^[0-9a-f]*$/i.test(received)) return step("encoding", "bad", "hex_length", { length: received.length });
  if (fromBase64(received)?.length === 32) return step("encoding", "bad", "hex_is_base64");
  return step("encoding", "bad", "hex_none");
}

function base64Step(received: string): Step {
  const each = received.split(" ");
  if (each.every((one) => one.startsWith("v1,") && fromBase64(one.slice(3))?.length === 32)) {
    return step("encoding", "ok", each.length > 1 ? "standard_two" : "standard_right");
  }
  if (HEX.test(received.toLowerCase())) return step("encoding", "bad", "standard_is_hex");
  if (each.every((one) => fromBase64(one)?.length === 32)) return step("encoding", "warn", "standard_without_version");
  return step("encoding", "bad", "standard_none");
}
