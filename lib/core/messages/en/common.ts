/** What many screens say. */
export const common = {
  retry: "Try again",
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  name: "Name",
} as const;
