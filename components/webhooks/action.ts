/** What is done to a webhook by more than following a link. */
export const WEBHOOK_ACTIONS = ["test", "rotate", "pause", "resume", "replay", "delete"] as const;
export type WebhookAction = (typeof WEBHOOK_ACTIONS)[number];
