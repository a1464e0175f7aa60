/** How a webhook is doing, as the API gives it. */
import { z } from "zod";

export const HEALTH_STATES = ["unknown", "healthy", "degraded", "failing", "disabled"] as const;
export type HealthState = (typeof HEALTH_STATES)[number];

const instant = z.iso.datetime();

const disablesSchema = z.object({
  at: instant.describe("When it is disabled, unless a delivery succeeds."),
  warnedAt: instant.nullable().describe("When its owner was told that it fails."),
  progress: z.number().describe("0 to 1: how much of the time until then has passed."),
  waitsForFailure: z
    .boolean()
    .describe("The moment has come, but it has not been tried for a day: the next failure disables it."),
});

export const healthSchema = z
  .object({
    state: z.enum(HEALTH_STATES).describe("An observation; `status` is a decision. A paused webhook keeps its own."),
    evidence: z.string().describe("What that rests on, in words; times in UTC."),
    successRate: z.number().nullable().describe("0 to 1, of the attempts of the last 24 h; null where there was none."),
    averageMs: z
      .number()
      .nullable()
      .describe("Of attempts of the last 24 h that reached a receiver, as is `latencyMs`."),
    latencyMs: z.object({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable(),
    lastDay: z.object({ attempts: z.int(), succeeded: z.int() }),
    hourly: z
      .array(z.object({ at: instant, attempts: z.int(), succeeded: z.int() }))
      .describe("The hour that is under way and the 23 before it."),
    lastHour: z.object({ attempts: z.int(), succeeded: z.int(), p95Ms: z.number().nullable() }),
    failures: z
      .array(z.object({ result: z.string().describe("A response code, or the error."), count: z.int() }))
      .describe("How its attempts failed lately, the most frequent first."),
    consecutiveFailures: z.int().describe("Since the last success, or since it was resumed."),
    failingSince: instant.nullable().describe("The first of those."),
    lastSuccessAt: instant.nullable(),
    lastFailureAt: instant.nullable(),
    resumedAt: instant.nullable().describe("When it was last resumed, by hand or by itself."),
    disables: disablesSchema.nullable(),
    tlsExpiresAt: instant.nullable().describe("When the receiver's certificate ends, as last seen; null without TLS."),
  })
  .meta({ id: "Health" });
export type Health = z.infer<typeof healthSchema>;
