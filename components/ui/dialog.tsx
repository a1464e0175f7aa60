"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "@/components/ui/icon-button";
import { returnFocus } from "@/components/ui/return-focus";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the one that acts last. */
  footer?: ReactNode;
  /** Stays until a button of its own closes it: no Esc, no click outside, no X. */
  persistent?: boolean | undefined;
  size?: "md" | "lg" | undefined;
  children?: ReactNode;
}

export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  persistent = false,
  size = "md",
  children,
}: DialogProps) {
  const t = useTranslations("ui");
  const content = useRef<HTMLDivElement>(null);
  const holdOpen = (event: Event) => {
    if (persistent || isInToast(event.target)) event.preventDefault();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-fade-in bg-scrim" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          ref={content}
          onOpenAutoFocus={(event) => {
            // Read before it is used, but for a field that says so. One with autoFocus would take the focus before the
            // dialog guards it, and a menu that closes would take it back.
            event.preventDefault();
            const first = content.current?.querySelector<HTMLElement>("[data-autofocus]");
            (first ?? content.current)?.focus();
          }}
          onCloseAutoFocus={returnFocus}
          onEscapeKeyDown={(event) => persistent && event.preventDefault()}
          onInteractOutside={holdOpen}
          className={clsx(
            "fixed inset-x-4 inset-y-0 z-50 m-auto flex h-fit max-h-[calc(100dvh-32px)] flex-col rounded-lg border bg-panel shadow-float",
            "animate-fade-in outline-none",
            size === "lg" ? "max-w-dialog-lg" : "max-w-dialog",
          )}
        >
          <header className="flex items-start gap-4 px-6 pt-4 pb-1">
            <Radix.Title className="min-w-0 flex-1 pt-1 text-lg font-semibold wrap-anywhere">{title}</Radix.Title>
            {!persistent && (
              <Radix.Close asChild>
                <IconButton label={t("close")} size="sm" className="-mr-2">
                  <X />
                </IconButton>
              </Radix.Close>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pb-6">
            {description && <Radix.Description className="wrap-anywhere text-ink-2">{description}</Radix.Description>}
            {children && <div className={clsx(description ? "mt-4" : "mt-3")}>{children}</div>}
          </div>
          {footer && <footer className="flex flex-wrap justify-end gap-2 border-t px-6 py-4">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function isInToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-sonner-toaster]") !== null;
}
