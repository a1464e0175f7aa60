/** Numbers as a language writes them. */
const formats = new Map<string, Intl.NumberFormat>();

/** Making one costs more than a hundred uses of it. */
function formatIn(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  formats.set(key, known);
  return known;
}

/** 12,847 */
export function formatNumber(value: number, locale = "en"): string {
  return formatIn(locale, 0).format(value);
}

/** For chart axes only: 918 k, 1.2 M. */
export function formatCompact(value: number, locale = "en"): string {
  const oneDigit = formatIn(locale, 1);
  if (Math.abs(value) >= 999_950) return `${oneDigit.format(value / 1_000_000)} M`;
  if (Math.abs(value) >= 1_000) return `${oneDigit.format(value / 1_000)} k`;
  return oneDigit.format(value);
}

/** A ratio from 0 to 1 as "61.4 %". Never rounds up to 100 nor down to 0. */
export function formatPercent(ratio: number, locale = "en"): string {
  const tenths = Math.round(ratio * 1_000);
  const honest = ratio < 1 ? Math.min(tenths, 999) : tenths;
  return `${formatIn(locale, 1).format((ratio > 0 ? Math.max(honest, 1) : honest) / 10)} %`;
}

/** 214 B, 1.2 kB, 3.4 MB */
export function formatBytes(bytes: number, locale = "en"): string {
  const oneDigit = formatIn(locale, 1);
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 999_950) return `${oneDigit.format(bytes / 1_000)} kB`;
  return `${oneDigit.format(bytes / 1_000_000)} MB`;
}
