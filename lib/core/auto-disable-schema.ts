/** When a webhook that only fails is disabled, as the API takes and gives it. */
import { z } from "zod";
import { DAY_SECONDS, AUTO_DISABLE_PRESETS, MAX_NOTICE_DAYS, MAX_DISABLE_DAYS } from "./auto-disable-limits";

const NOTICE_RULE = `Give whole seconds from 1 to ${MAX_NOTICE_DAYS * DAY_SECONDS}, which is ${MAX_NOTICE_DAYS} days.`;
const DISABLE_RULE = `Give whole seconds from 2 to ${MAX_DISABLE_DAYS * DAY_SECONDS}, which is ${MAX_DISABLE_DAYS} days.`;

const spansSchema = z
  .strictObject({
    noticeAfterSeconds: z
      .int(NOTICE_RULE)
      .min(1, NOTICE_RULE)
      .max(MAX_NOTICE_DAYS * DAY_SECONDS, NOTICE_RULE),
    disableAfterSeconds: z
      .int(DISABLE_RULE)
      .min(2, DISABLE_RULE)
      .max(MAX_DISABLE_DAYS * DAY_SECONDS, DISABLE_RULE),
  })
  .refine(({ noticeAfterSeconds, disableAfterSeconds }) => noticeAfterSeconds < disableAfterSeconds, {
    path: ["disableAfterSeconds"],
    error: "Give more than noticeAfterSeconds: a warning always precedes.",
  });

export const autoDisableSchema = z
  .union([z.strictObject({ preset: z.enum(AUTO_DISABLE_PRESETS) }), spansSchema], {
    error: `Give either a preset (${AUTO_DISABLE_PRESETS.join(", ")}) or noticeAfterSeconds and disableAfterSeconds.`,
  })
  .describe(
    "When it is disabled for failing. `sidecar`: its owner is told with the first delivery that uses up its retries, and it is disabled 24 h later unless one succeeds. `patient`: told after 1 h of nothing but failures, disabled after 5 days of it. `off`: told after 1 h, never disabled. Or spans of your own, since it began to fail. Null: as the account wants it, else by format.",
  );
export type AutoDisable = z.infer<typeof autoDisableSchema>;
