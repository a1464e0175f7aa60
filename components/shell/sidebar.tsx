"use client";

import clsx from "clsx";
import { Keyboard } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import type { Role } from "@/lib/core/permissions";
import { SearchButton } from "./search-button";
import type { ShellLink, ShellSection } from "@/components/shell/sections";
import { Link } from "@/components/ui/link";

export interface SidebarProps {
  account: { name: string };
  sections: readonly ShellSection[];
  activeHref: string | undefined;
  user: { email: string; role: Role };
  onSignOut: () => void;
  onSearch: () => void;
  onShowKeys: () => void;
  /** A link was followed: the drawer closes itself. */
  onNavigate?: (() => void) | undefined;
}

export function Sidebar(props: SidebarProps) {
  const { account, sections, activeHref, user, onSignOut, onSearch, onShowKeys, onNavigate } = props;
  const t = useTranslations("shell");
  return (
    <div className="flex h-full flex-col">
      <AccountMark name={account.name} />
      <div className="px-3 pb-3">
        <SearchButton onClick={onSearch} />
      </div>
      <nav aria-label={t("main")} className="min-h-0 flex-1 overflow-y-auto px-3 pb-4">
        {sections.map((section, index) => (
          <div key={section.label ?? index} className="pb-3">
            {section.label && <h2 className="px-2 pt-1 pb-1 text-xs font-medium text-ink-3">{section.label}</h2>}
            <ul className="flex flex-col gap-px">
              {section.links.map((link) => (
                <li key={link.href}>
                  <SidebarLink link={link} active={link.href === activeHref} onNavigate={onNavigate} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        <button
          type="button"
          onClick={onShowKeys}
          className={clsx(linkClasses, quietClasses, "w-full max-md:hidden pointer-coarse:hidden")}
        >
          <Keyboard aria-hidden />
          <span className="min-w-0 flex-1 truncate text-left">{t("shortcuts")}</span>
          <Kbd>?</Kbd>
        </button>
      </nav>
      <footer className="flex flex-col gap-2 border-t px-3 py-3">
        <div className="min-w-0 px-2">
          <p className="truncate text-sm" title={user.email}>
            {user.email}
          </p>
          <p className="text-xs text-ink-3">{t(`roles.${user.role}`)}</p>
        </div>
        <div className="flex items-center justify-between gap-2">
          <Button variant="ghost" size="sm" onClick={onSignOut}>
            {t("signOut")}
          </Button>
          <ThemeSwitch />
        </div>
      </footer>
    </div>
  );
}

function AccountMark({ name }: { name: string }) {
  return (
    <div className="flex h-14 shrink-0 items-center gap-2 px-5 font-semibold">
      <span
        aria-hidden
        className="grid size-5 shrink-0 place-items-center rounded-md bg-ink text-xs font-semibold text-bg"
      >
        {name.trim().charAt(0).toUpperCase()}
      </span>
      <span className="truncate" title={name}>
        {name}
      </span>
    </div>
  );
}

function SidebarLink({
  link,
  active,
  onNavigate,
}: { link: ShellLink; active: boolean } & Pick<SidebarProps, "onNavigate">) {
  return (
    <Link
      href={link.href}
      {...(onNavigate && { onClick: onNavigate })}
      aria-current={active ? "page" : undefined}
      className={clsx(linkClasses, active ? "bg-fill font-medium text-ink" : quietClasses)}
    >
      {link.icon}
      <span className="min-w-0 truncate">{link.label}</span>
      {link.badge}
      {link.shortcut && <Kbd className="ml-auto">{link.shortcut}</Kbd>}
    </Link>
  );
}

const linkClasses =
  "flex min-h-8 items-center gap-2 rounded-md px-2 transition-colors pointer-coarse:min-h-9 [&>svg]:size-4 [&>svg]:shrink-0";
const quietClasses = "text-ink-2 hover:bg-fill hover:text-ink [&>svg]:text-ink-3";
