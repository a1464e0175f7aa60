/** The wire formats. A new one is a new file, its name in names.ts, a line here, and its test. */
import type { WireFormat } from "./format";
import type { FormatName } from "./names";
import { sydx } from "./sydx";

export const FORMATS: Record<FormatName, WireFormat> = { sydx };
