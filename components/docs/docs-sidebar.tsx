"use client";

import clsx from "clsx";
import { ArrowLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { Input } from "@/components/ui/input";
import { Link } from "@/components/ui/link";
import { ThemeSwitch } from "@/components/ui/theme-switch";

export interface DocsLinkGroup {
  label: string;
  links: readonly { href: string; label: string }[];
}

interface Props {
  groups: readonly DocsLinkGroup[];
  onNavigate?: () => void;
}

export function DocsSidebar({ groups, onNavigate }: Props) {
  const pathname = usePathname();
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-14 shrink-0 items-center px-5 font-semibold">
        <Link href="/docs" className="rounded-sm">
          Documentation
        </Link>
      </div>
      {/* A plain form: it searches without scripts, too. */}
      <form action="/docs/search" role="search" className="px-3 pb-3">
        <Input type="search" name="q" aria-label="Search the documentation" placeholder="Search" maxLength={200} />
      </form>
      <nav aria-label="Documentation" className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        {groups.map(({ label, links }) => (
          <div key={label} className="pb-3">
            <h2 className="px-2 pt-1 pb-1 text-xs font-medium text-ink-3">{label}</h2>
            <ul className="flex flex-col gap-px">
              {links.map((link) => (
                <li key={link.href}>
                  <Link
                    href={link.href}
                    {...(onNavigate && { onClick: onNavigate })}
                    aria-current={link.href === pathname ? "page" : undefined}
                    className={clsx(
                      "flex min-h-7 items-center rounded-md px-2 transition-colors pointer-coarse:min-h-9",
                      link.href === pathname
                        ? "bg-fill font-medium text-ink"
                        : "text-ink-2 hover:bg-fill hover:text-ink",
                    )}
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <footer className="flex items-center justify-between gap-2 border-t px-3 py-3">
        <Link
          href="/settings/webhooks"
          className="flex items-center gap-1.5 rounded-sm px-2 text-sm text-ink-2 hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Dashboard
        </Link>
        <ThemeSwitch />
      </footer>
    </div>
  );
}
