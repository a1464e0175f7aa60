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
  if (!(target instanceof HTMLElement)) return;
  target.focus();
  goOnBeside(target);
}

/** What was just deleted goes with its row in a moment, and the focus with it: the keyboard goes on at the row beside. */
function goOnBeside(target: HTMLElement): void {
  const row = target.closest("tr, li");
  if (!row) return;
  const beside = [row.nextElementSibling, row.previousElementSibling];
  const removals = new MutationObserver(() => {
    if (target.isConnected) return;
    removals.disconnect();
    if (document.activeElement !== document.body) return;
    const next = beside.find((other) => other?.isConnected)?.querySelector<HTMLElement>("a[href], button");
    (next ?? document.querySelector("main"))?.focus();
  });
  removals.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", () => removals.disconnect(), { once: true });
}

/** A menu opened by mouse never focused its button. */
function originOf(target: Element): Element | null {
  const menu = target.closest("[role=menu]");
  return menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : target;
}
