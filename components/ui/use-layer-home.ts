import { useRef, useState } from "react";

/**
 * Where a menu or a tip is put when it opens: into the dialog or the main landmark its anchor stands in, rather than at
 * the end of the body. So it belongs to a landmark, and a dialog's focus trap counts it as its own.
 */
export function useLayerHome() {
  const anchor = useRef<HTMLButtonElement>(null);
  const [home, setHome] = useState<Element | null>(null);
  const settle = (open: boolean) => {
    if (open) setHome(anchor.current?.closest("[role=dialog], main") ?? null);
  };
  return { anchor, home: home as HTMLElement | null, settle };
}
