import type { webhookPage as english } from "../en/webhook-page";
import type { In } from "../locale";

export const webhookPage = {} as const satisfies In<typeof english>;
