"use client";

import { Menu as MenuIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Drawer } from "@/components/shell/drawer";
import { IconButton } from "@/components/ui/icon-button";
import { DocsSidebar, type DocsLinkGroup } from "./docs-sidebar";

/** As the dashboard's, without an account: the documentation is there for whoever isn't signed in, too. */
export function DocsShell({ groups, children }: { groups: readonly DocsLinkGroup[]; children: ReactNode }) {
  const [drawerOpen, setDrawerOpen] = useState(false);
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[240px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-60 rounded-md bg-ink px-3 py-2 text-bg focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <aside className="sticky top-0 hidden h-dvh border-r bg-panel md:block">
        <DocsSidebar groups={groups} />
      </aside>
      <header className="sticky top-0 z-30 flex h-12 items-center gap-2 border-b bg-panel px-2 md:hidden">
        <Drawer
          open={drawerOpen}
          onOpenChange={setDrawerOpen}
          title="Documentation"
          trigger={
            <IconButton label="Open contents" tooltipSide="bottom">
              <MenuIcon />
            </IconButton>
          }
        >
          <DocsSidebar groups={groups} onNavigate={() => setDrawerOpen(false)} />
        </Drawer>
        <span className="min-w-0 truncate font-medium">Documentation</span>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-page min-w-0 px-4 py-4 outline-none md:px-8 md:py-6"
      >
        {children}
      </main>
    </div>
  );
}
