"use client";

import clsx from "clsx";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Kbd } from "@/components/ui/kbd";
import { Link } from "@/components/ui/link";
import { useLayerHome } from "@/components/ui/use-layer-home";

export interface MenuProps {
  /** One button; it gets the menu's aria attributes. */
  trigger: ReactNode;
  align?: "start" | "center" | "end" | undefined;
  children: ReactNode;
}

export function Menu({ trigger, align = "end", children }: MenuProps) {
  const { anchor, home, settle } = useLayerHome();
  return (
    <Radix.Root modal={false} onOpenChange={settle}>
      <Radix.Trigger ref={anchor} asChild>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal container={home}>
        <Radix.Content align={align} sideOffset={4} collisionPadding={8} className={menuClasses}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  icon?: ReactNode;
  danger?: boolean | undefined;
  disabled?: boolean | undefined;
  shortcut?: string | undefined;
  /** Makes it a link. */
  href?: string | undefined;
  onSelect?: (() => void) | undefined;
  children: ReactNode;
}

export function MenuItem({
  icon,
  danger = false,
  disabled = false,
  shortcut,
  href,
  onSelect,
  children,
}: MenuItemProps) {
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </>
  );
  return (
    <Radix.Item
      asChild={href !== undefined}
      disabled={disabled}
      {...(onSelect && { onSelect })}
      className={clsx(
        menuItemClasses,
        danger ? "text-bad data-highlighted:bg-bad-soft" : "text-ink data-highlighted:bg-fill [&>svg]:text-ink-3",
      )}
    >
      {href === undefined ? content : <Link href={href}>{content}</Link>}
    </Radix.Item>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}

export const menuClasses = clsx(
  "z-60 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-48 overflow-y-auto",
  "animate-pop-in rounded-lg border bg-panel p-1 text-base shadow-float outline-none",
);

export const menuItemClasses = clsx(
  "flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 outline-none select-none pointer-coarse:min-h-9",
  "data-disabled:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0",
);
