import clsx from "clsx";
import { CircleCheck, CircleX, Info, PauseCircle, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "@/components/ui/pill";

export interface BannerProps {
  tone: Tone;
  /** What happened. */
  title: ReactNode;
  /** What to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears; leave it off for what stands there from the start. */
  live?: boolean | undefined;
  className?: string | undefined;
}

export function Banner({ tone, title, children, actions, live = false, className }: BannerProps) {
  const Icon = icons[tone];
  return (
    <div
      role={live ? (tone === "bad" ? "alert" : "status") : undefined}
      className={clsx("flex gap-3 rounded-lg border px-4 py-3", frames[tone], className)}
    >
      <Icon aria-hidden className={clsx("mt-0.5 size-4 shrink-0", inks[tone])} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-6 gap-y-2">
        <div className="max-w-prose min-w-0 flex-1 basis-72 wrap-anywhere">
          <p className={clsx("font-semibold", inks[tone])}>{title}</p>
          {children && <div className="text-ink">{children}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 md:ml-auto">{actions}</div>}
      </div>
    </div>
  );
}

const icons: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
  idle: PauseCircle,
  accent: Info,
};

const inks: Record<Tone, string> = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  idle: "text-idle",
  accent: "text-accent",
};

const frames: Record<Tone, string> = {
  ok: "border-ok/30 bg-ok-soft",
  warn: "border-warn/30 bg-warn-soft",
  bad: "border-bad/30 bg-bad-soft",
  idle: "border-idle/30 bg-idle-soft",
  accent: "border-accent/30 bg-accent-soft",
};
