import type { test as english } from "../en/test";
import type { In } from "../locale";

export const test = {} as const satisfies In<typeof english>;
