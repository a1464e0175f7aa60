import clsx from "clsx";

export interface ProgressProps {
  label: string;
  value: number;
  max: number;
  className?: string | undefined;
}

/** The browser's own: it is read out as what it is, and needs no inline style. */
export function Progress({ label, value, max, className }: ProgressProps) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(max, 1)}
      className={clsx(
        "block h-2 w-full appearance-none overflow-hidden rounded-full border-0 bg-fill",
        "[&::-webkit-progress-bar]:bg-fill [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:bg-accent",
        "[&::-moz-progress-bar]:rounded-full [&::-moz-progress-bar]:bg-accent",
        className,
      )}
    />
  );
}
