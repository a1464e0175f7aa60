import type { Tone } from "@/components/ui/pill";

/** As a sender takes a status: 2xx is taken, 429 may be tried again, the rest failed. */
export function toneOf(status: number): Tone {
  if (status < 300) return "ok";
  return status === 429 ? "warn" : "bad";
}
