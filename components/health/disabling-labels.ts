import type { AUTO_DISABLE_PRESETS } from "@/lib/core/auto-disable";

export const DISABLING_LABELS: Record<(typeof AUTO_DISABLE_PRESETS)[number], string> = {
  sidecar: "Sidecar-like",
  patient: "Patient",
  off: "Off",
};
