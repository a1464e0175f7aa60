import type { webhooks as english } from "../en/webhooks";
import type { In } from "../locale";

export const webhooks = {} as const satisfies In<typeof english>;
