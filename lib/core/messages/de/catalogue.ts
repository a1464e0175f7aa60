import type { catalogue as english } from "../en/catalogue";
import type { In } from "../locale";

export const catalogue = {} as const satisfies In<typeof english>;
