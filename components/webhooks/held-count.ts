import { formatNumber } from "@/components/ui/number";
import type { HeldDeliveries } from "@/lib/core/webhook";

/**
 * "1,204", or "100,000+" where there is more than was counted.
 * @param format in the reader's language
 */
export const heldCount = ({ count, isExact }: HeldDeliveries, format: (value: number) => string = formatNumber) =>
  `${format(count)}${isExact ? "" : "+"}`;
