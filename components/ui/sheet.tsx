"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { isInToast } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { returnFocus } from "@/components/ui/return-focus";
import { NARROW, useMediaQuery } from "@/components/ui/use-media-query";

export interface SheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Under the title: ids, tags. */
  subtitle?: ReactNode;
  /** Beside the title, before the close button. */
  actions?: ReactNode;
  footer?: ReactNode;
  /** False leaves the page beside it in use (it is always modal where it fills the screen). */
  modal?: boolean | undefined;
  children: ReactNode;
}

export function Sheet({ open, onOpenChange, title, subtitle, actions, footer, modal = true, children }: SheetProps) {
  const t = useTranslations("ui");
  const content = useRef<HTMLDivElement>(null);
  const fillsScreen = useMediaQuery(NARROW);
  const isModal = modal || fillsScreen;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={isModal}>
      <Radix.Portal>
        {isModal && <Radix.Overlay className="fixed inset-0 z-40 animate-fade-in bg-scrim" />}
        <Radix.Content
          ref={content}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // The sheet is read before it is used: focus it, not its first button.
            event.preventDefault();
            content.current?.focus();
          }}
          onCloseAutoFocus={returnFocus}
          onInteractOutside={(event) => {
            if (!isModal || isInToast(event.target)) event.preventDefault();
          }}
          className={clsx(
            "fixed inset-y-0 right-0 z-40 flex w-full animate-slide-from-right flex-col bg-panel outline-none",
            "md:w-sheet md:border-l md:shadow-float",
          )}
        >
          <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b px-4 py-3 md:px-6">
            <Radix.Title className="flex min-h-6.5 min-w-0 flex-1 flex-wrap items-center gap-x-2 text-lg font-semibold wrap-anywhere">
              {title}
            </Radix.Title>
            {actions && <div className="order-last flex w-full flex-wrap gap-2">{actions}</div>}
            <Radix.Close asChild>
              <IconButton label={t("close")} size="sm">
                <X />
              </IconButton>
            </Radix.Close>
            {subtitle && <div className="flex w-full min-w-0 flex-wrap gap-1 text-sm text-ink-2">{subtitle}</div>}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4 md:px-6">{children}</div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-4 py-3 md:px-6">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
