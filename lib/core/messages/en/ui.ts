/** What controls say by themselves. */
export const ui = {
  time: { now: "just now", ago: "{span} ago", ahead: "in {span}" },
  language: "Language",
} as const;
