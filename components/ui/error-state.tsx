"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export interface ErrorStateProps {
  /** What happened. */
  title: ReactNode;
  /** What to do. */
  children?: ReactNode;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  actions?: ReactNode;
  bare?: boolean | undefined;
  wholePage?: boolean | undefined;
}

export function ErrorState({ title, children, onRetry, retrying = false, actions, bare, wholePage }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert">
      <EmptyState
        picture={<TriangleAlert aria-hidden className="text-bad" />}
        title={title}
        bare={bare}
        wholePage={wholePage}
        actions={
          (onRetry || actions) && (
            <>
              {onRetry && (
                <Button onClick={onRetry} busy={retrying}>
                  <RotateCw aria-hidden />
                  {t("tryAgain")}
                </Button>
              )}
              {actions}
            </>
          )
        }
      >
        {children}
      </EmptyState>
    </div>
  );
}
