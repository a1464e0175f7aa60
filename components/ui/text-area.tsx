import clsx from "clsx";
import type { ComponentProps } from "react";
import { inputClasses } from "@/components/ui/input";

export interface TextAreaProps extends ComponentProps<"textarea"> {
  /** For JSON and other text that is copied by the letter. */
  mono?: boolean | undefined;
}

export function TextArea({ mono = false, className, ...props }: TextAreaProps) {
  return (
    <textarea
      spellCheck={!mono}
      {...props}
      className={clsx(inputClasses, "block w-full min-w-0 py-1.5", mono && "font-mono text-xs/4.5!", className)}
    />
  );
}
