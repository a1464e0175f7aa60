"use client";

import clsx from "clsx";
import { LoaderCircle } from "lucide-react";
import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "md" | "sm";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Keeps width and focus, shows a spinner, swallows further clicks (and so further submits). */
  busy?: boolean | undefined;
  /** Lends its looks to the one child, such as a link; `busy` has no effect then. */
  asChild?: boolean | undefined;
}

export function Button({ variant, size, busy = false, asChild = false, className, ...props }: ButtonProps) {
  const classes = clsx(buttonClasses({ variant, size }), className);
  if (asChild) return <Slot.Root className={classes} {...props} />;

  const { children, onClick, ...rest } = props;
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      onClick={handleClick}
      className={classes}
      data-busy={busy || undefined}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
    >
      {children}
      {busy && (
        <span
          data-spinner
          className={clsx("absolute inset-0 grid place-items-center", spinnerTones[variant ?? "secondary"])}
        >
          <LoaderCircle aria-hidden className="size-4 animate-spin" />
        </span>
      )}
    </button>
  );
}

export function buttonClasses(
  look: { variant?: ButtonVariant | undefined; size?: ButtonSize | undefined } = {},
): string {
  return clsx(base, sizes[look.size ?? "md"], variants[look.variant ?? "secondary"]);
}

const base = clsx(
  "hit relative inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none",
  "transition-colors disabled:cursor-not-allowed disabled:opacity-50 [&>svg]:size-4 [&>svg]:shrink-0",
  "data-busy:cursor-default data-busy:text-transparent! data-busy:[&>:not([data-spinner])]:opacity-0",
);

const sizes: Record<ButtonSize, string> = {
  md: "h-8 gap-1.5 px-3 text-base",
  sm: "h-6.5 gap-1 px-2 text-sm",
};

const variants: Record<ButtonVariant, string> = {
  primary: "border-ink bg-ink text-bg hover:bg-ink/85",
  secondary: "border-line-strong bg-panel text-ink hover:bg-fill",
  ghost: "border-transparent text-ink-2 hover:bg-fill hover:text-ink aria-expanded:bg-fill aria-expanded:text-ink",
  danger: "border-bad-strong bg-bad-strong text-white hover:bg-bad-strong/85",
};

const spinnerTones: Record<ButtonVariant, string> = {
  primary: "text-bg",
  secondary: "text-ink",
  ghost: "text-ink",
  danger: "text-white",
};
