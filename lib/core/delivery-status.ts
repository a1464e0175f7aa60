/** Where a delivery stands. */

export const DELIVERY_STATUSES = ["pending", "succeeded", "failed", "held", "cancelled"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];
