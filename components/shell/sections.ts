import type { ReactNode } from "react";

export interface ShellLink {
  href: string;
  label: string;
  /** An element, not a component: it must be able to cross from a server component. */
  icon?: ReactNode;
  /** Behind its name: that something is new. */
  badge?: ReactNode;
  /** A key that leads there too. */
  shortcut?: string | undefined;
}

export interface ShellSection {
  label?: string | undefined;
  links: readonly ShellLink[];
}

/** The link with the longest path that the present one begins with. */
export function findActiveLink(sections: readonly ShellSection[], pathname: string): ShellLink | undefined {
  return sections
    .flatMap((section) => section.links)
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .reduce<ShellLink | undefined>(
      (best, link) => (link.href.length > (best?.href.length ?? 0) ? link : best),
      undefined,
    );
}
