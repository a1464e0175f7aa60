import type { health as english } from "../en/health";
import type { In } from "../locale";

export const health = {} as const satisfies In<typeof english>;
