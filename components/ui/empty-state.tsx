import clsx from "clsx";
import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** An icon, or a drawing of any size. */
  picture?: ReactNode;
  title: ReactNode;
  /** One sentence. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Drops the frame, for use inside a panel. */
  bare?: boolean | undefined;
  /** It is all there is on the page: its title is the page's heading. */
  wholePage?: boolean | undefined;
}

export function EmptyState({ picture, title, children, actions, bare = false, wholePage = false }: EmptyStateProps) {
  const Heading = wholePage ? "h1" : "h2";
  return (
    <div
      className={clsx(
        "flex flex-col items-center gap-4 px-4 py-8 text-center sm:px-8",
        !bare && "rounded-lg border bg-panel sm:py-12",
      )}
    >
      {picture && <div className="text-ink-3 [&>svg]:max-w-full [&>svg.lucide]:size-6">{picture}</div>}
      <div className="max-w-md">
        <Heading className="text-lg font-semibold">{title}</Heading>
        {children && <p className="mt-1 text-balance text-ink-2">{children}</p>}
      </div>
      {actions && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
