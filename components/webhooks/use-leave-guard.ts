"use client";

import { useEffect } from "react";
import { useTranslations } from "use-intl";

const isInNewTab = (link: Element) => link.getAttribute("target") === "_blank";

/**
 * Asks before entered work is thrown away: on closing the tab, on following a link and, in browsers that can hold it,
 * on Back. Returns the same question for buttons that lead away.
 */
export function useLeaveGuard(hasChanges: boolean): () => boolean {
  const question = useTranslations("form")("leave");
  useEffect(() => {
    if (!hasChanges) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!link || isInNewTab(link) || event.ctrlKey || event.metaKey || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onNavigate = (event: NavigateEvent) => {
      const isBack = event.navigationType === "traverse" && event.cancelable;
      if (isBack && !window.confirm(question)) event.preventDefault();
    };
    const navigation = "navigation" in window ? window.navigation : undefined;
    window.addEventListener("beforeunload", onUnload);
    // Captured, so that it is asked before the router follows the link.
    document.addEventListener("click", onClick, true);
    navigation?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
      navigation?.removeEventListener("navigate", onNavigate);
    };
  }, [hasChanges, question]);
  return () => !hasChanges || window.confirm(question);
}
