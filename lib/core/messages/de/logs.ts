import type { logs as english } from "../en/logs";
import type { In } from "../locale";

export const logs = {} as const satisfies In<typeof english>;
