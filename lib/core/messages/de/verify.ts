import type { verify as english } from "../en/verify";
import type { In } from "../locale";

export const verify = {} as const satisfies In<typeof english>;
