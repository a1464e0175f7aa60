const LAYERS = "[role=menu], [role=listbox], [role=dialog], [data-sonner-toaster]";

let lastOnPage: Element | null = null;

if (typeof document !== "undefined") {
  // This may be loaded with the first dialog, when what opens it has the focus already.
  if (document.activeElement !== document.body) lastOnPage = document.activeElement;
  document.addEventListener("focusin", ({ target }) => {
    const origin = target instanceof Element ? originOf(target) : null;
    if (origin && !origin.closest(LAYERS)) lastOnPage = origin;
  });
}

/**
 * Gives focus back to what had it on the page before menus and dialogs, one from another, opened above it. Each of
 * those alone would hand it to an element that is gone by then, and the keyboard would start again at the top.
 */
export function returnFocus(event: Event): void {
  event.preventDefault();
  const target = lastOnPage?.isConnected ? lastOnPage : document.querySelector("main");
  if (target instanceof HTMLElement) target.focus();
}

/** A menu opened by mouse never focused its button. */
function originOf(target: Element): Element | null {
  const menu = target.closest("[role=menu]");
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : target;
}
