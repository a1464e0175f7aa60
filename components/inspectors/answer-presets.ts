/** Answers worth trying, each with one click. */
import type { InspectorAnswer } from "@/lib/core/inspector";

export const PRESETS = ["ok", "error", "gone", "slow", "failing", "redirect", "busy"] as const;
export type Preset = (typeof PRESETS)[number];

const PLAIN: InspectorAnswer = {
  status: 200,
  delayMs: 0,
  contentType: "text/plain",
  body: "",
  headers: {},
  failNext: 0,
  failStatus: 500,
};

export const PRESET_ANSWERS: Record<Preset, InspectorAnswer> = {
  ok: PLAIN,
  error: { ...PLAIN, status: 500 },
  gone: { ...PLAIN, status: 410 },
  // Longer than the default timeout of a webhook.
  slow: { ...PLAIN, delayMs: 6_000 },
  failing: { ...PLAIN, failNext: 3 },
  redirect: { ...PLAIN, status: 302, headers: { Location: "https://example.com/moved" } },
  busy: { ...PLAIN, status: 429, headers: { "Retry-After": "10" } },
};

/** Which preset an answer is; one that counts down stays it while it counts. */
export function presetOf(answer: InspectorAnswer): Preset | undefined {
  return PRESETS.find((preset) => {
    const its = PRESET_ANSWERS[preset];
    const isCounting =
      its.failNext > 0 ? answer.failNext > 0 && answer.failNext <= its.failNext : answer.failNext === 0;
    return isCounting && plainly(answer) === plainly(its);
  });
}

const plainly = ({ status, delayMs, contentType, body, headers }: InspectorAnswer) =>
  JSON.stringify([status, delayMs, contentType, body, Object.entries(headers).toSorted()]);
