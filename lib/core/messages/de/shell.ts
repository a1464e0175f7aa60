import type { shell as english } from "../en/shell";
import type { In } from "../locale";

export const shell = {} as const satisfies In<typeof english>;
