import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "ok" | "warn" | "bad" | "idle" | "accent";

export interface PillProps {
  tone: Tone;
  className?: string | undefined;
  /** A word: the colour and the shape only repeat it. */
  children: ReactNode;
}

export function Pill({ tone, className, children }: PillProps) {
  return (
    <span
      className={clsx(
        "inline-flex h-5 items-center gap-1.5 rounded-full pr-2 pl-1.5 text-xs font-medium whitespace-nowrap",
        toneClasses[tone],
        className,
      )}
    >
      <svg aria-hidden viewBox="0 0 8 8" className="size-2 fill-current">
        {shapes[tone]}
      </svg>
      {children}
    </span>
  );
}

export const toneClasses: Record<Tone, string> = {
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  idle: "bg-idle-soft text-idle",
  accent: "bg-accent-soft text-accent",
};

const ring = <circle cx="4" cy="4" r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />;

const shapes: Record<Tone, ReactNode> = {
  ok: <circle cx="4" cy="4" r="3" />,
  warn: (
    <>
      {ring}
      <path d="M4 1a3 3 0 0 1 0 6z" />
    </>
  ),
  bad: <path d="M4 0.25 7.75 4 4 7.75 0.25 4z" />,
  idle: ring,
  accent: <rect x="1" y="1" width="6" height="6" rx="1.5" />,
};
