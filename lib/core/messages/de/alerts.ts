import type { alerts as english } from "../en/alerts";
import type { In } from "../locale";

export const alerts = {} as const satisfies In<typeof english>;
