"use client";

import clsx from "clsx";
import { Check, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useState, type MouseEvent } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, type ButtonProps } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Tooltip } from "@/components/ui/tooltip";

const SHOWN_MS = 1_500;

export interface CopyButtonProps extends Omit<ButtonProps, "value" | "onClick" | "children" | "asChild"> {
  /** A function is called at the click, for text that is dear to make. */
  value: string | (() => string);
  /** The verb, and the accessible name: "Copy as curl". */
  label?: string | undefined;
  /** What is copied, where the verb is only "Copy": "Request body". */
  named?: string | undefined;
  iconOnly?: boolean | undefined;
  onCopied?: (() => void) | undefined;
}

type Outcome = "copied" | "failed";

export function CopyButton({
  value,
  named,
  label: ownLabel,
  iconOnly = false,
  onCopied,
  className,
  ...props
}: CopyButtonProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const label = ownLabel ?? (named === undefined ? t("copy") : t("copyNamed", { name: inSentence(named, locale) }));
  const words: Record<Outcome, string> = { copied: t("copied"), failed: t("notCopied") };
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (event: MouseEvent<HTMLButtonElement>) => {
    const copied = await copyText(typeof value === "function" ? value() : value, event.currentTarget);
    setOutcome(copied ? "copied" : "failed");
    if (copied) onCopied?.();
  };

  const Icon = outcome === "copied" ? Check : outcome === "failed" ? TriangleAlert : Copy;
  const button = (
    <Button
      {...props}
      onClick={copy}
      aria-label={label}
      className={clsx(iconOnly && "px-0!", iconOnly && (props.size === "sm" ? "w-6.5" : "w-8"), className)}
    >
      <Icon aria-hidden className={clsx(outcome === "copied" && "text-ok")} />
      {!iconOnly && <Label rest={label} done={words.copied} shown={outcome ? words[outcome] : label} />}
    </Button>
  );
  return (
    <>
      {iconOnly ? <Tooltip content={outcome ? words[outcome] : label}>{button}</Tooltip> : button}
      <span role="status" className="sr-only">
        {outcome && words[outcome]}
      </span>
    </>
  );
}

/** All words share one cell, so that the button never changes its width. */
function Label({ rest, done, shown }: { rest: string; done: string; shown: string }) {
  return (
    <span className="grid text-center">
      {[rest, done].map((word) => (
        <span key={word} aria-hidden className="invisible col-start-1 row-start-1">
          {word}
        </span>
      ))}
      <span className="col-start-1 row-start-1">{shown}</span>
    </span>
  );
}

/** English nouns are small within a sentence; German ones never are. */
const inSentence = (name: string, locale: string) =>
  locale === "en" ? name.charAt(0).toLowerCase() + name.slice(1) : name;
