import type { advice as english } from "../en/advice";
import type { In } from "../locale";

export const advice = {} as const satisfies In<typeof english>;
