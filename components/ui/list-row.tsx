import clsx from "clsx";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export function List({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <ul aria-label={label} className={clsx("overflow-hidden rounded-lg border bg-panel", className)}>
      {children}
    </ul>
  );
}

export interface ListRowProps {
  /** First line: what it is, and at its end the fact that matters most. */
  title: ReactNode;
  aside?: ReactNode;
  /** Second line: the two other facts. */
  detail?: ReactNode;
  detailAside?: ReactNode;
  /** The whole row leads there, or does this. */
  href?: string | undefined;
  onOpen?: (() => void) | undefined;
  leading?: ReactNode;
  /** A menu; stays apart from the row's own link. */
  trailing?: ReactNode;
  /** Ticked for a bulk action. */
  selected?: boolean | undefined;
  current?: boolean | undefined;
  flash?: boolean | undefined;
  onAnimationEnd?: (() => void) | undefined;
}

/** What a table row becomes at 640 px and below. */
export function ListRow(props: ListRowProps) {
  const {
    title,
    aside,
    detail,
    detailAside,
    href,
    onOpen,
    leading,
    trailing,
    selected = false,
    current = false,
    flash = false,
    onAnimationEnd,
  } = props;
  return (
    <li
      aria-current={current || undefined}
      {...(onAnimationEnd && { onAnimationEnd })}
      className={clsx(
        "relative flex items-center gap-3 border-b border-line-2 px-3 py-2 last:border-0",
        selected || current ? "bg-accent-soft" : (href || onOpen) && "hover:bg-bg",
        flash && "animate-flash",
      )}
    >
      {leading && <div className="relative z-10">{leading}</div>}
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 items-center justify-between gap-3">
          <div className="min-w-0 truncate font-medium">
            <RowLink href={href} onOpen={onOpen}>
              {title}
            </RowLink>
          </div>
          {aside && <div className="shrink-0">{aside}</div>}
        </div>
        {(detail || detailAside) && (
          <div className="flex items-center justify-between gap-3 text-sm text-ink-3">
            <div className="min-w-0 truncate">{detail}</div>
            {detailAside && <div className="shrink-0">{detailAside}</div>}
          </div>
        )}
      </div>
      {trailing && <div className="relative z-10 shrink-0">{trailing}</div>}
    </li>
  );
}

function RowLink({ href, onOpen, children }: Pick<ListRowProps, "href" | "onOpen"> & { children: ReactNode }) {
  const stretched =
    "outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent";
  if (href) {
    return (
      <Link href={href} className={stretched}>
        {children}
      </Link>
    );
  }
  if (!onOpen) return children;
  return (
    <button type="button" onClick={onOpen} className={clsx("max-w-full truncate text-left", stretched)}>
      {children}
    </button>
  );
}
