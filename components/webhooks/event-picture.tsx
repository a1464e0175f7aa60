"use client";

import { useTranslations } from "use-intl";

/** Event → signed POST → your system, drawn in the colours of the theme; the words beneath it say the same. */
export function EventPicture() {
  const t = useTranslations("webhooks.empty.picture");
  return (
    <svg viewBox="0 0 560 132" role="img" aria-label={t("label")} className="w-[560px] max-w-full max-sm:-mb-4">
      <Card x={1} width={150} />
      <circle cx={28} cy={46} r={9} className="fill-accent-soft stroke-accent" strokeWidth={1.5} />
      <path d="M29.5 40.5 25 47h3l-.5 4.5L32 45h-3z" className="fill-accent" />
      <Words x={46} y={50} mono>
        lead.captured
      </Words>
      <Lines x={20} y={66} widths={[96, 72, 84]} />
      <Caption x={76}>{t("event")}</Caption>

      <path d="M157 60h52" className="stroke-line-strong" strokeWidth={1.5} strokeDasharray="3 4" />
      <path d="m205 55 6 5-6 5" className="fill-none stroke-ink-3" strokeWidth={1.5} />

      <Card x={216} width={140} />
      <rect x={230} y={34} width={42} height={20} rx={5} className="fill-accent-soft" />
      <text x={251} y={48} textAnchor="middle" className="fill-accent font-mono text-[11px] font-semibold">
        POST
      </text>
      <path
        transform="translate(-6 6)"
        d="M331 36v-2.500a6.500 6.500 0 0 1 13 0V36m-14.500 0h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-16a2 2 0 0 1-2-2V38a2 2 0 0 1 2-2z"
        className="fill-ok-soft stroke-ok"
        strokeWidth={1.5}
      />
      <Lines x={230} y={66} widths={[110, 90, 64]} />
      <Caption x={286}>{t("post")}</Caption>

      <path d="M362 60h52" className="stroke-line-strong" strokeWidth={1.5} strokeDasharray="3 4" />
      <path d="m410 55 6 5-6 5" className="fill-none stroke-ink-3" strokeWidth={1.5} />

      <Card x={421} width={138} />
      {[34, 56, 78].map((y) => (
        <g key={y}>
          <rect x={437} y={y} width={106} height={16} rx={4} className="fill-fill stroke-line" />
          <circle cx={447} cy={y + 8} r={2.5} className="fill-ok" />
        </g>
      ))}
      <Caption x={490}>{t("system")}</Caption>
    </svg>
  );
}

const Card = ({ x, width }: { x: number; width: number }) => (
  <rect x={x} y={17} width={width} height={88} rx={10} className="fill-bg stroke-line-strong" strokeWidth={1} />
);

const Words = ({ x, y, mono = false, children }: { x: number; y: number; mono?: boolean; children: string }) => (
  <text x={x} y={y} className={mono ? "fill-ink-2 font-mono text-[12px]" : "fill-ink-2 text-[12px]"}>
    {children}
  </text>
);

/** Text too small to be read. */
const Lines = ({ x, y, widths }: { x: number; y: number; widths: readonly number[] }) =>
  widths.map((width, index) => (
    <rect key={index} x={x} y={y + index * 12} width={width} height={5} rx={2.5} className="fill-line-strong" />
  ));

const Caption = ({ x, children }: { x: number; children: string }) => (
  <text x={x} y={125} textAnchor="middle" className="fill-ink-3 text-[12px] max-sm:hidden">
    {children}
  </text>
);
