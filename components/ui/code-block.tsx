import clsx from "clsx";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";

export interface CodeBlockProps {
  /** The text as it is copied, and shown unless `children` stand in for it. */
  code: string;
  /** What it is, for screen readers: "Request body". */
  label: string;
  /** Above it, with the copy button. */
  title?: ReactNode;
  aside?: ReactNode;
  copy?: boolean | undefined;
  /** Long lines break instead of scrolling. */
  wrap?: boolean | undefined;
  /** As tall as it is; else it scrolls from 384 px on. */
  whole?: boolean | undefined;
  className?: string | undefined;
  /** The same text, marked up. */
  children?: ReactNode;
}

export function CodeBlock({
  code,
  label,
  title,
  aside,
  copy = false,
  wrap = false,
  whole = false,
  className,
  children,
}: CodeBlockProps) {
  const hasBar = title !== undefined || aside !== undefined || copy;
  return (
    <div className={clsx("min-w-0", className)}>
      {hasBar && (
        <div className="mb-1 flex min-h-6.5 items-center gap-2 text-xs text-ink-3">
          <span className="min-w-0 flex-1 truncate font-medium">{title}</span>
          {aside && <span className="min-w-0 truncate">{aside}</span>}
          {copy && <CopyButton value={code} named={label} iconOnly size="sm" variant="ghost" />}
        </div>
      )}
      <pre
        role="region"
        aria-label={label}
        tabIndex={0}
        className={clsx(
          "scroll-cue overflow-auto rounded-lg border border-line-2 px-3 py-2 font-mono text-xs/4.5",
          !whole && "max-h-96",
          wrap && "wrap-anywhere whitespace-pre-wrap",
        )}
      >
        <code>{children ?? code}</code>
      </pre>
    </div>
  );
}
