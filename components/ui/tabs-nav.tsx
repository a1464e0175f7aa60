import clsx from "clsx";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

export interface TabsNavItem {
  href: string;
  label: ReactNode;
}

export interface TabsNavProps {
  /** Names the landmark. */
  label: string;
  items: readonly TabsNavItem[];
  /** The `href` of the page one is on. */
  current: string;
  className?: string | undefined;
}

export function TabsNav({ label, items, current, className }: TabsNavProps) {
  return (
    <nav aria-label={label} className={clsx("border-b", className)}>
      <ul className="flex flex-wrap gap-x-5">
        {items.map(({ href, label: text }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={href === current ? "page" : undefined}
              className={clsx(
                "-mb-px inline-flex h-9 items-center gap-1.5 border-b-2 transition-colors",
                href === current ? "border-ink font-medium text-ink" : "border-transparent text-ink-2 hover:text-ink",
              )}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
