import type { events as english } from "../en/events";
import type { In } from "../locale";

export const events = {} as const satisfies In<typeof english>;
