"use client";

import { CircleCheck, CircleX, Info, LoaderCircle, TriangleAlert, X } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { useTranslations } from "use-intl";
import { buttonClasses } from "@/components/ui/button";
import { showToastsBy } from "@/components/ui/toast";

/**
 * How toasts look. Its own theme stays "light" in both of ours: the toasts are dressed by tokens, and sonner's dark rules
 * would paint over them.
 */
export function SonnerToaster() {
  const t = useTranslations("ui");
  useEffect(() => showToastsBy(toast), []);
  return (
    <Sonner
      theme="light"
      position="bottom-right"
      closeButton
      containerAriaLabel={t("toasts")}
      icons={icons}
      toastOptions={{ unstyled: true, classNames, closeButtonAriaLabel: t("close") }}
    />
  );
}

const icons = {
  success: <CircleCheck aria-hidden className="size-4 text-ok" />,
  error: <CircleX aria-hidden className="size-4 text-bad" />,
  warning: <TriangleAlert aria-hidden className="size-4 text-warn" />,
  info: <Info aria-hidden className="size-4 text-accent" />,
  loading: <LoaderCircle aria-hidden className="size-4 animate-spin text-ink-3" />,
  close: <X aria-hidden className="size-4" />,
};

const classNames = {
  toast:
    "flex w-full items-start gap-3 rounded-lg border bg-panel py-3 pr-10 pl-4 font-sans text-base text-ink shadow-float sm:w-(--width)",
  icon: "mt-0.5 shrink-0",
  content: "min-w-0 flex-1",
  title: "font-medium",
  description: "text-sm text-ink-2",
  closeButton:
    "hit absolute top-2.5 right-2.5 grid size-6.5 place-items-center rounded-md text-ink-3 hover:bg-fill hover:text-ink",
  actionButton: buttonClasses({ size: "sm" }),
  cancelButton: buttonClasses({ size: "sm", variant: "ghost" }),
};
