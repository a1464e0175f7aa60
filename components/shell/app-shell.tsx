"use client";

import { Menu as MenuIcon, Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ConnectionNote } from "@/components/shell/connection-note";
import { Drawer } from "@/components/shell/drawer";
import { findActiveLink, type ShellSection } from "@/components/shell/sections";
import { Sidebar, type SidebarProps } from "@/components/shell/sidebar";
import { IconButton } from "@/components/ui/icon-button";

export interface AppShellProps extends Pick<
  SidebarProps,
  "account" | "user" | "onSignOut" | "onSearch" | "onShowKeys"
> {
  sections: readonly ShellSection[];
  children: ReactNode;
}

export function AppShell({ children, ...sidebar }: AppShellProps) {
  const t = useTranslations("shell");
  const [drawerOpen, setDrawerOpen] = useState(false);
  const active = findActiveLink(sidebar.sections, usePathname());
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[224px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-60 rounded-md bg-ink px-3 py-2 text-bg focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t("skip")}
      </a>
      <aside className="sticky top-0 hidden h-dvh border-r bg-panel md:block">
        <Sidebar {...sidebar} activeHref={active?.href} />
      </aside>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b bg-panel px-2 md:hidden">
        <Drawer
          open={drawerOpen}
          onOpenChange={setDrawerOpen}
          title={t("menu")}
          trigger={
            <IconButton label={t("openMenu")} tooltipSide="bottom">
              <MenuIcon />
            </IconButton>
          }
        >
          <Sidebar
            {...sidebar}
            activeHref={active?.href}
            onNavigate={() => setDrawerOpen(false)}
            onSearch={() => {
              setDrawerOpen(false);
              sidebar.onSearch();
            }}
          />
        </Drawer>
        <span className="min-w-0 flex-1 truncate font-medium">{active?.label ?? sidebar.account.name}</span>
        <IconButton label={t("search")} tooltipSide="bottom" onClick={sidebar.onSearch}>
          <Search />
        </IconButton>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page min-w-0 px-4 py-4 outline-none md:px-8 md:py-6"
      >
        <ConnectionNote />
        {children}
      </main>
    </div>
  );
}
