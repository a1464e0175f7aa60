"use client";

import { useEffect, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";

export interface ShownOnceDialogProps {
  title: ReactNode;
  /** Who has to know it: "your backend". */
  keeper: string;
  /** What it is: "Secret". */
  label: string;
  value: string;
  onClose: () => void;
  /** Beside the button that closes it. */
  actions?: ReactNode;
  children?: ReactNode;
}

/** The only time a secret is on a screen. It can't be dismissed by accident, and leaving the page asks. */
export function ShownOnceDialog({ title, keeper, label, value, onClose, actions, children }: ShownOnceDialogProps) {
  const t = useTranslations("ui");
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      persistent
      size="lg"
      title={title}
      description={t("once.description", { keeper })}
      footer={
        <>
          {actions}
          <Button variant="primary" onClick={onClose}>
            {t("once.stored")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <code
            aria-label={label}
            className="min-w-0 flex-1 basis-64 rounded-md border bg-code px-3 py-1.5 font-mono text-sm wrap-anywhere select-all"
          >
            {value}
          </code>
          <CopyButton value={value} named={label} variant="primary" />
        </div>
        {children}
      </div>
    </Dialog>
  );
}
