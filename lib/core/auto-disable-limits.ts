/** What can be chosen for when a webhook that only fails is disabled. */

export const DAY_SECONDS = 86_400;

export const AUTO_DISABLE_PRESETS = ["sidecar", "patient", "off"] as const;

export const MAX_NOTICE_DAYS = 30;
export const MAX_DISABLE_DAYS = 90;
