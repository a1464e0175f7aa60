import { formatNumber } from "@/components/ui/number";
import type { HeldDeliveries } from "@/lib/core/webhook";

/** "1,204", or "100,000+" where there is more than was counted. */
export const heldCount = ({ count, isExact }: HeldDeliveries) => `${formatNumber(count)}${isExact ? "" : "+"}`;
