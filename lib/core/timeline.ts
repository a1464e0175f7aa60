/** A retry schedule as a picture: attempts on a logarithmic axis, so that seconds and days are both to be seen. */

export interface Timeline {
  /** One for each attempt, seconds after the event, and where it stands: 0 to 1. */
  attempts: { atSeconds: number; x: number }[];
  /** Labels of the axis that fit between its ends. */
  ticks: { atSeconds: number; x: number }[];
  totalSeconds: number;
}

const TICKS = [1, 10, 60, 600, 3600, 21_600, 86_400, 604_800, 2_592_000];
/** Of the width: closer ones would run into each other. */
const MIN_GAP = 0.13;

/** @returns undefined where there is nothing to be drawn: no retries, or delays that can't be read */
export function timelineOf(delaysSeconds: readonly number[]): Timeline | undefined {
  if (delaysSeconds.length === 0 || !delaysSeconds.every((seconds) => seconds > 0)) return undefined;
  const moments = [0];
  for (const delay of delaysSeconds) moments.push((moments.at(-1) ?? 0) + delay);
  const totalSeconds = moments.at(-1) ?? 0;
  const place = (seconds: number) => Math.log1p(seconds) / Math.log1p(totalSeconds);
  return {
    attempts: moments.map((atSeconds) => ({ atSeconds, x: place(atSeconds) })),
    ticks: fitting(
      TICKS.filter((seconds) => seconds < totalSeconds).map((atSeconds) => ({ atSeconds, x: place(atSeconds) })),
    ),
    totalSeconds,
  };
}

/** Not on the heels of one another, nor of either end. */
function fitting(ticks: readonly { atSeconds: number; x: number }[]): Timeline["ticks"] {
  const kept: Timeline["ticks"] = [];
  for (const tick of ticks) {
    const isFree = tick.x - (kept.at(-1)?.x ?? 0) >= MIN_GAP && 1 - tick.x >= MIN_GAP;
    if (isFree) kept.push(tick);
  }
  return kept;
}
