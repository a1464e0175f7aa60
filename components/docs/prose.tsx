/** What the documentation is written with. */
import clsx from "clsx";
import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { Link } from "@/components/ui/link";

export function P({ children }: { children: ReactNode }) {
  return <p className="my-3 max-w-prose">{children}</p>;
}

export function Ul({ items }: { items: readonly ReactNode[] }) {
  return <List as="ul" items={items} className="list-disc" />;
}

export function Steps({ items }: { items: readonly ReactNode[] }) {
  return <List as="ol" items={items} className="list-decimal" />;
}

function List({ as: As, items, className }: { as: "ul" | "ol"; items: readonly ReactNode[]; className: string }) {
  return (
    <As className={clsx("my-3 max-w-prose pl-5 marker:text-ink-3", className)}>
      {items.map((item, index) => (
        <li key={index} className="my-1.5 pl-1">
          {item}
        </li>
      ))}
    </As>
  );
}

export function C({ children }: { children: ReactNode }) {
  return <code className="rounded-sm bg-fill px-1 font-mono text-sm wrap-anywhere">{children}</code>;
}

export function A({ href, children }: { href: string; children: ReactNode }) {
  const look = "rounded-sm text-accent underline underline-offset-2";
  if (href.startsWith("/")) {
    return (
      <Link href={href} className={look}>
        {children}
      </Link>
    );
  }
  return (
    <a href={href} className={look}>
      {children}
    </a>
  );
}

export function Note({ children }: { children: ReactNode }) {
  return <div className="my-4 max-w-prose rounded-lg border border-accent/30 bg-accent-soft px-4 py-3">{children}</div>;
}

export function Code({ label, code, title }: { label: string; code: string; title?: string }) {
  return <CodeBlock code={code} label={label} title={title ?? label} copy className="my-4" />;
}

/** Commands that work as they stand. Those with the same `terminal` follow on each other. */
export function Shell({ label, code, terminal }: { label: string; code: string; terminal?: number }) {
  return (
    <div data-terminal={terminal}>
      <Code label={label} code={code} />
    </div>
  );
}

interface TableProps {
  /** For screen readers. */
  label: string;
  head: readonly string[];
  rows: readonly { id?: string; cells: readonly ReactNode[] }[];
}

/** On a phone each row stands as a block, with its column's name before each cell. */
export function Table({ label, head, rows }: TableProps) {
  return (
    <table role="table" aria-label={label} className="my-4 block w-full border-b sm:table">
      <thead role="rowgroup" className="hidden sm:table-header-group">
        <tr role="row">
          {head.map((name) => (
            <th
              key={name}
              role="columnheader"
              scope="col"
              className="border-b py-2 pr-4 text-left text-sm font-medium text-ink-2"
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map(({ id, cells }, row) => (
          <tr
            key={row}
            id={id}
            role="row"
            className="block scroll-mt-16 border-t py-2 target:bg-accent-soft sm:table-row"
          >
            {cells.map((cell, column) => (
              <td
                key={column}
                role="cell"
                // Names stand in the first column: they are found by their looks, so they stay in one piece.
                className="block py-0.5 align-top wrap-anywhere sm:table-cell sm:border-t sm:py-2 sm:pr-4 sm:first:wrap-normal sm:first:[&_code]:wrap-normal"
              >
                <span aria-hidden className="block text-xs text-ink-3 sm:hidden">
                  {head[column]}
                </span>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
