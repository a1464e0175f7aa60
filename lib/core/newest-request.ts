/** How whoever waits for an inspector's next request names the newest they have. */

/** Stands for the newest of what is empty. */
export const NONE = "none";

/** What stands for the newest of a list in `unless`. */
export const newestOf = (requests: readonly { id: string }[]) => requests[0]?.id ?? NONE;
