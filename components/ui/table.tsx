"use client";

import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";

export interface TableProps extends ComponentProps<"table"> {
  /** Read out as the table's name. */
  label: string;
}

export function Table({ label, className, ...props }: TableProps) {
  return (
    <div className={clsx("relative overflow-x-auto rounded-lg border bg-panel", className)}>
      <table aria-label={label} {...props} className="w-full border-collapse text-left" />
    </div>
  );
}

export function TableHead({ children }: { children: ComponentProps<"tr">["children"] }) {
  return (
    <thead className="bg-bg">
      <tr>{children}</tr>
    </thead>
  );
}

export type SortDirection = "ascending" | "descending";

export interface ThProps extends ComponentProps<"th"> {
  numeric?: boolean | undefined;
  /** Given, the heading is a button: the present direction, or "none". */
  sort?: SortDirection | "none" | undefined;
  onSort?: (() => void) | undefined;
}

export function Th({ numeric = false, sort, onSort, className, children, ...props }: ThProps) {
  const Arrow = sort === "ascending" ? ArrowUp : sort === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={sort}
      {...props}
      className={clsx(
        "h-8 border-b px-3 text-xs font-medium whitespace-nowrap text-ink-3",
        numeric && "text-right",
        className,
      )}
    >
      {sort ? (
        <button
          type="button"
          onClick={onSort}
          className="hit relative inline-flex items-center gap-1 rounded-sm hover:text-ink"
        >
          {children}
          <Arrow aria-hidden className={clsx("size-3", sort === "none" && "opacity-60")} />
        </button>
      ) : (
        children
      )}
    </th>
  );
}

export interface TrProps extends ComponentProps<"tr"> {
  /** Ticked for a bulk action. */
  selected?: boolean | undefined;
  /** The row whose details stand open. */
  current?: boolean | undefined;
  /** Plays once when it turns true. */
  flash?: boolean | undefined;
  compact?: boolean | undefined;
  /** A shortcut for the mouse; the row still needs a link or button of its own for the keyboard. */
  onOpen?: (() => void) | undefined;
}

export function Tr({
  selected = false,
  current = false,
  flash = false,
  compact = false,
  onOpen,
  className,
  ...props
}: TrProps) {
  return (
    <tr
      {...props}
      onClick={onOpen && ((event) => isPlainClick(event) && onOpen())}
      data-selected={selected || undefined}
      aria-current={current || undefined}
      className={clsx(
        compact ? "h-9" : "h-11",
        "border-b border-line-2 last:border-0",
        selected || current ? "bg-accent-soft" : "hover:bg-bg",
        current && "[&>td:first-child]:shadow-[inset_2px_0_0_var(--accent)]",
        flash && "animate-flash",
        onOpen && "cursor-pointer",
        className,
      )}
    />
  );
}

export interface TdProps extends ComponentProps<"td"> {
  numeric?: boolean | undefined;
}

export function Td({ numeric = false, className, ...props }: TdProps) {
  return <td {...props} className={clsx("px-3 py-1", numeric && "text-right whitespace-nowrap", className)} />;
}

/** Not on a control in the row, not in a layer that React bubbles through it, not the end of a text selection. */
function isPlainClick(event: MouseEvent<HTMLTableRowElement>): boolean {
  const target = event.target as Element;
  if (!event.currentTarget.contains(target)) return false;
  if (target.closest("a, button, input, select, textarea, label")) return false;
  return window.getSelection()?.isCollapsed ?? true;
}
