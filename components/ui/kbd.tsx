import clsx from "clsx";
import type { ComponentProps } from "react";

export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      {...props}
      className={clsx(
        "inline-grid h-5 min-w-5 place-items-center rounded-sm border bg-fill px-1 font-sans text-xs text-ink-2",
        className,
      )}
    />
  );
}
