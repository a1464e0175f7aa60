import clsx from "clsx";
import { useId, type ComponentProps, type ReactNode } from "react";

export interface PanelProps extends Omit<ComponentProps<"section">, "title"> {
  title?: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  /** No inner space, for lists and tables that bring their own. */
  flush?: boolean | undefined;
}

export function Panel({ title, aside, flush = false, className, children, ...props }: PanelProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      {...props}
      className={clsx("min-w-0 rounded-lg border bg-panel", className)}
    >
      {(title || aside) && (
        <header className="flex min-h-11 flex-wrap items-center justify-between gap-2 px-4 py-2 text-sm text-ink-2">
          <h2 id={titleId} className="font-medium">
            {title}
          </h2>
          {aside}
        </header>
      )}
      <div className={clsx(!flush && "px-4 pb-4", !flush && !title && !aside && "pt-4")}>{children}</div>
    </section>
  );
}
