"use client";

import clsx from "clsx";
import { Check, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useState, type MouseEvent } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { Tooltip } from "@/components/ui/tooltip";

const SHOWN_MS = 1_500;

export interface CopyButtonProps extends Omit<ButtonProps, "value" | "onClick" | "children" | "asChild"> {
  /** A function is called at the click, for text that is dear to make. */
  value: string | (() => string);
  /** The verb, and the accessible name: "Copy", "Copy secret". */
  label?: string | undefined;
  iconOnly?: boolean | undefined;
  onCopied?: (() => void) | undefined;
}

type Outcome = "copied" | "failed";

export function CopyButton({
  value,
  label = "Copy",
  iconOnly = false,
  onCopied,
  className,
  ...props
}: CopyButtonProps) {
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
      {!iconOnly && <Label rest={label} outcome={outcome} />}
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
function Label({ rest, outcome }: { rest: string; outcome: Outcome | null }) {
  const shown = outcome ? words[outcome] : rest;
  return (
    <span className="grid text-center">
      {[rest, words.copied].map((word) => (
        <span key={word} aria-hidden className="invisible col-start-1 row-start-1">
          {word}
        </span>
      ))}
      <span className="col-start-1 row-start-1">{shown}</span>
    </span>
  );
}

const words: Record<Outcome, string> = { copied: "Copied", failed: "Not copied" };
