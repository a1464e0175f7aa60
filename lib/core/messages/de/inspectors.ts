import type { inspectors as english } from "../en/inspectors";
import type { In } from "../locale";

export const inspectors = {} as const satisfies In<typeof english>;
