/** Where a server lets deliveries go. `public`: https to public addresses; `local`: also http and private ones. */
export const DESTINATION_POLICIES = ["public", "local"] as const;
export type DestinationPolicy = (typeof DESTINATION_POLICIES)[number];
