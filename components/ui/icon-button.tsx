"use client";

import clsx from "clsx";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Tooltip, type TooltipProps } from "@/components/ui/tooltip";

export interface IconButtonProps extends Omit<ButtonProps, "aria-label" | "asChild"> {
  /** The accessible name; shown as the tooltip. */
  label: string;
  tooltipSide?: TooltipProps["side"];
}

/** The icon is the child: `<IconButton label="Close"><X /></IconButton>`. */
export function IconButton({
  label,
  tooltipSide,
  size = "md",
  variant = "ghost",
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip content={label} side={tooltipSide}>
      <Button
        {...props}
        aria-label={label}
        aria-describedby={props["aria-describedby"]}
        size={size}
        variant={variant}
        className={clsx(size === "sm" ? "w-6.5" : "w-8", "px-0!", className)}
      />
    </Tooltip>
  );
}
