/** The wire formats by name. A new one is a new file, a line here, and its test. */
import { isAuthorization } from "../authorization";
import { aisync } from "./aisync";
import type { WireFormat } from "./format";
import { sidecar } from "./sidecar";
import { standard } from "./standard";
import { sydx } from "./sydx";

const formats = { sydx, sidecar, aisync, standard };

export type FormatName = keyof typeof formats;
export const FORMATS: Readonly<Record<FormatName, WireFormat>> = formats;
export const FORMAT_NAMES = Object.keys(formats) as [FormatName, ...FormatName[]];
export const DEFAULT_FORMAT: FormatName = "sydx";

/** Whether this format sends an Authorization header, for which its webhook needs a value. */
export const sendsAuthorization = (format: FormatName) => FORMATS[format].headerNames.some(isAuthorization);

/** Header names, in lower case, that both formats would send with meanings of their own: they can't be sent together. */
export function clash(one: FormatName, other: FormatName): string[] {
  const taken = new Set(lowerCase(FORMATS[one].headerNames));
  return lowerCase(FORMATS[other].headerNames).filter((name) => taken.has(name));
}

const lowerCase = (names: readonly string[]) => names.map((name) => name.toLowerCase());
