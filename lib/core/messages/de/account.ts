import type { account as english } from "../en/account";
import type { In } from "../locale";

export const account = {} as const satisfies In<typeof english>;
