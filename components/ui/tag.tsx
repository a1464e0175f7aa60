import clsx from "clsx";
import type { ComponentProps } from "react";

/** Names and ids in mono, cut short rather than wrapped. */
export function Tag({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      {...props}
      className={clsx(
        "inline-block max-w-full truncate rounded-sm bg-fill px-1.5 py-px align-middle font-mono text-xs text-ink-2",
        className,
      )}
    />
  );
}
