import type { notices as english } from "../en/notices";
import type { In } from "../locale";

export const notices = {} as const satisfies In<typeof english>;
