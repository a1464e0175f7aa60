/** How serious a notice is. */
export const NOTICE_TONES = ["bad", "warn", "ok"] as const;
export type NoticeTone = (typeof NOTICE_TONES)[number];
