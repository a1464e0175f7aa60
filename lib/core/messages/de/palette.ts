import type { palette as english } from "../en/palette";
import type { In } from "../locale";

export const palette = {} as const satisfies In<typeof english>;
