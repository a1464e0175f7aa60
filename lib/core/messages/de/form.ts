import type { form as english } from "../en/form";
import type { In } from "../locale";

export const form = {} as const satisfies In<typeof english>;
