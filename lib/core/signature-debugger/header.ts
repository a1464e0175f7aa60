import { FORMATS, FORMAT_NAMES } from "../formats";
import { looseName } from "../pasted-headers";
import type { Spec } from "./specs";
import { headerValue, step, type DebugInput, type Step } from "./step";

/** Where the signature stands. `received` also where it was found under another name. */
export function headerStep(
  { headers, format }: DebugInput,
  { header, prefixedHeader }: Spec,
): { step: Step; received: string | undefined } {
  const received = headerValue(headers, header) ?? (prefixedHeader && headerValue(headers, prefixedHeader));
  if (received?.trim())
    return { step: step("header", "ok", "header_found", { name: header }), received: received.trim() };
  if (received !== undefined)
    return { step: step("header", "bad", "header_empty", { name: header }), received: undefined };
  const similar = headers.find(([name]) => looseName(name) === looseName(header));
  if (similar) {
    const [found, value] = similar;
    return { step: step("header", "warn", "header_renamed", { name: header, found }), received: value.trim() };
  }
  const other = FORMAT_NAMES.find(
    (one) => one !== format && FORMATS[one].headerNames.some((name) => headerValue(headers, name) !== undefined),
  );
  if (other) {
    const values = { name: header, format: FORMATS[other].label };
    return { step: step("header", "bad", "header_of_other_format", values), received: undefined };
  }
  const finding = headers.length === 0 ? "header_none" : "header_missing";
  return { step: step("header", "bad", finding, { name: header }), received: undefined };
}
