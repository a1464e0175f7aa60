/** How the parts of a stack look: by meaning, and told apart by their pattern where colours aren't. */
import { useId, type ReactNode } from "react";

export type Look = "solid" | "dots" | "stripes" | "lines" | "hollow" | "grid";

export interface Series {
  key: string;
  label: string;
  /** A CSS colour. */
  colour: string;
  look: Look;
}

const SIZE = 6;

/** What fills a part: `url(#…)`, to stand in one chart's `defs`. */
export function SeriesPatterns({ id, series }: { id: string; series: readonly Series[] }) {
  return (
    <defs>
      {series.map(({ key, colour, look }) => (
        <pattern key={key} id={patternId(id, key)} width={SIZE} height={SIZE} patternUnits="userSpaceOnUse">
          <rect
            width={SIZE}
            height={SIZE}
            fill={colour}
            fillOpacity={look === "hollow" ? 0.2 : look === "solid" ? 0.55 : 0.8}
          />
          {marks[look]}
        </pattern>
      ))}
    </defs>
  );
}

export const patternId = (id: string, key: string) => `${id}-${key}`;

const marks: Record<Look, ReactNode> = {
  solid: null,
  hollow: <path d="M0 6 6 0" stroke="var(--panel)" strokeWidth="0.5" />,
  dots: <circle cx="3" cy="3" r="1.25" fill="var(--panel)" />,
  stripes: <path d="M-1 1 1 -1M0 6 6 0M5 7 7 5" stroke="var(--panel)" strokeWidth="1.25" />,
  lines: <path d="M0 3H6" stroke="var(--panel)" strokeWidth="1.5" />,
  grid: <path d="M0 3H6M3 0V6" stroke="var(--panel)" strokeWidth="1" />,
};

/** The same, as large as a letter. */
export function Swatch({ series }: { series: Series }) {
  const id = useId();
  return (
    <svg aria-hidden viewBox="0 0 12 12" className="size-3 shrink-0 rounded-xs">
      <SeriesPatterns id={id} series={[series]} />
      <rect width="12" height="12" fill={`url(#${patternId(id, series.key)})`} />
    </svg>
  );
}

export interface LineLook {
  key: string;
  label: string;
  colour: string;
  /** As SVG's stroke-dasharray; undefined for a whole line. */
  dash?: string | undefined;
}

export function LineSwatch({ colour, dash }: Pick<LineLook, "colour" | "dash">) {
  return (
    <svg aria-hidden viewBox="0 0 20 12" className="h-3 w-5 shrink-0">
      <path d="M0 6H20" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
    </svg>
  );
}
