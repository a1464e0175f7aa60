import { useEffect, useRef } from "react";

/**
 * Gives focus back to what had it before `open`. A layer opened from a menu item would otherwise hand focus to an
 * element that is gone with the menu, and the keyboard would start again at the top of the page.
 */
export function useReturnFocus(open: boolean): (event: Event) => void {
  const before = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (open) return;
    const remember = (event: FocusEvent) => {
      const target = event.target;
      if (target instanceof HTMLElement && !target.closest("[role=menu]")) before.current = target;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, [open]);

  return (event) => {
    if (!before.current?.isConnected) return;
    event.preventDefault();
    before.current.focus();
  };
}
