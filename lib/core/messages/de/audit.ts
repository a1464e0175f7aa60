import type { audit as english } from "../en/audit";
import type { In } from "../locale";

export const audit = {} as const satisfies In<typeof english>;
