import type { team as english } from "../en/team";
import type { In } from "../locale";

export const team = {} as const satisfies In<typeof english>;
