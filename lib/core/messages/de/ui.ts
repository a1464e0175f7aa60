import type { ui as english } from "../en/ui";
import type { In } from "../locale";

export const ui = {
  time: { now: "gerade eben", ago: "vor {span}", ahead: "in {span}" },
  language: "Sprache",
} as const satisfies In<typeof english>;
