"use client";

import { useTranslations } from "use-intl";
import { useMoment } from "@/components/health/use-moment";

const WIDTH = 120;
const HEIGHT = 28;

interface Props {
  trend: readonly number[];
  from: number;
  to: number;
}

/** When it failed so: bars over the span. */
export function TrendLine({ trend, from, to }: Props) {
  const t = useTranslations("webhookPage.failures");
  const moment = useMoment();
  const most = Math.max(...trend, 1);
  const step = WIDTH / trend.length;
  const busiest = from + ((to - from) / trend.length) * trend.indexOf(most);
  return (
    <svg
      role="img"
      aria-label={t("trend", { at: moment(new Date(busiest).toISOString()) })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="mt-1 h-7 w-30 shrink-0 border-b border-line-strong"
    >
      {trend.map((count, index) => {
        const height = count === 0 ? 0 : Math.max((count / most) * HEIGHT, 3);
        return (
          <rect
            key={index}
            x={index * step + 0.5}
            width={step - 1}
            y={HEIGHT - height}
            height={height}
            className="fill-bad"
          />
        );
      })}
    </svg>
  );
}
