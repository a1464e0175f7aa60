import type { charts as english } from "../en/charts";
import type { In } from "../locale";

export const charts = {} as const satisfies In<typeof english>;
