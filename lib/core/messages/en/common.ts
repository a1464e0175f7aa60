/** What many screens say. */
export const common = {
  retry: "Try again",
  cancel: "Cancel",
  close: "Close",
  save: "Save",
  loadMore: "Load more",
  name: "Name",
} as const;
