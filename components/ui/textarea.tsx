import clsx from "clsx";
import type { ComponentProps } from "react";
import { inputClasses } from "@/components/ui/input";

export interface TextareaProps extends ComponentProps<"textarea"> {
  mono?: boolean | undefined;
}

export function Textarea({ mono = false, rows = 3, className, ...props }: TextareaProps) {
  return (
    <textarea
      {...props}
      rows={rows}
      spellCheck={props.spellCheck ?? !mono}
      className={clsx(inputClasses, "w-full min-w-0 max-h-80 resize-y py-1.5", mono && "font-mono", className)}
    />
  );
}
