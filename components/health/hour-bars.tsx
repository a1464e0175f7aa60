import clsx from "clsx";
import { barsOf, type Hour } from "./hours";

const STEP = 8;
const WIDTH = 6;
const HEIGHT = 100;

interface Props {
  hourly: readonly Hour[];
  /** Stands out while its numbers are shown. */
  chosen?: number | undefined;
  className: string;
}

/** As wide and as high as it is made; what it shows is said beside it. */
export function HourBars({ hourly, chosen, className }: Props) {
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${hourly.length * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={clsx("block", className)}
    >
      {barsOf(hourly).map(({ hour, failed, succeeded }, index) => {
        const column = { x: index * STEP + (STEP - WIDTH) / 2, width: WIDTH };
        return (
          <g key={hour.at} className={clsx(chosen !== undefined && chosen !== index && "opacity-50")}>
            <rect
              {...column}
              y={HEIGHT * (1 - failed - succeeded)}
              height={HEIGHT * succeeded}
              className="fill-ok opacity-50"
            />
            <rect {...column} y={HEIGHT * (1 - failed)} height={HEIGHT * failed} className="fill-bad" />
          </g>
        );
      })}
    </svg>
  );
}
