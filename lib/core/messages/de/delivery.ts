import type { delivery as english } from "../en/delivery";
import type { In } from "../locale";

export const delivery = {} as const satisfies In<typeof english>;
