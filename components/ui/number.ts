const whole = new Intl.NumberFormat("en-US");
const oneDigit = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

/** 12,847 */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** For chart axes only: 918 k, 1.2 M. */
export function formatCompact(value: number): string {
  if (Math.abs(value) >= 999_950) return `${oneDigit.format(value / 1_000_000)} M`;
  if (Math.abs(value) >= 1_000) return `${oneDigit.format(value / 1_000)} k`;
  return oneDigit.format(value);
}

/** A ratio from 0 to 1 as "61.4 %". Never rounds up to 100 nor down to 0. */
export function formatPercent(ratio: number): string {
  const tenths = Math.round(ratio * 1_000);
  const honest = ratio < 1 ? Math.min(tenths, 999) : tenths;
  return `${oneDigit.format((ratio > 0 ? Math.max(honest, 1) : honest) / 10)} %`;
}

/** 214 B, 1.2 kB, 3.4 MB */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_950) return `${oneDigit.format(bytes / 1_000)} kB`;
  return `${oneDigit.format(bytes / 1_000_000)} MB`;
}
