"use client";

import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useLayerHome } from "@/components/ui/use-layer-home";

export interface TooltipProps {
  content: ReactNode;
  side?: "top" | "right" | "bottom" | "left" | undefined;
  /** One element that can take focus, or holds the one that can. */
  children: ReactNode;
}

export function Tooltip({ content, side = "top", children }: TooltipProps) {
  const { anchor, home, settle } = useLayerHome();
  return (
    <Radix.Root onOpenChange={settle}>
      <Radix.Trigger
        ref={anchor}
        asChild
        onFocus={(event) => {
          // Focus that a closing menu hands back after a click must not pop the tip open.
          if (!event.target.matches(":focus-visible")) event.preventDefault();
        }}
      >
        {children}
      </Radix.Trigger>
      <Radix.Portal container={home}>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-60 max-w-64 animate-fade-in rounded-md bg-ink px-2 py-1 text-xs text-bg shadow-float"
        >
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Stands once, around the whole app. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={400} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}
