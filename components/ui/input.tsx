import clsx from "clsx";
import type { ComponentProps } from "react";

export interface InputProps extends ComponentProps<"input"> {
  /** For ids, URLs, headers and other text that is copied by the letter. */
  mono?: boolean | undefined;
}

export function Input({ mono = false, className, ...props }: InputProps) {
  return (
    <input
      type="text"
      {...props}
      className={clsx(inputClasses, "h-8 w-full min-w-0 pointer-coarse:h-9", mono && "font-mono", className)}
    />
  );
}

/** Fingers get 16 px text: below that iOS zooms into the page. */
export const inputClasses = clsx(
  "rounded-md border border-line-control bg-panel px-2.5 text-base text-ink pointer-coarse:text-lg",
  "transition-colors hover:border-ink-3 aria-invalid:border-bad [&:is(input,textarea)]:read-only:bg-fill",
  "disabled:cursor-not-allowed disabled:bg-fill disabled:text-ink-3 disabled:hover:border-line-control",
);
