import type { ExternalToast, toast as sonner } from "sonner";

type Kind = "message" | "success" | "info" | "error";
type Show = (say: typeof sonner) => void;

let toaster: typeof sonner | undefined;
const waiting: Show[] = [];

/** By the toaster, once it is on the page: what was said before is shown now. */
export function showToastsBy(say: typeof sonner): void {
  toaster = say;
  for (const show of waiting.splice(0)) show(say);
}

const saying = (kind: Kind) => (title: string, options?: ExternalToast) => {
  const show: Show = (say) => void say[kind](title, options);
  if (toaster) show(toaster);
  else waiting.push(show);
};

/** Says in a corner what was done, or why it failed. */
export const toast = {
  message: saying("message"),
  success: saying("success"),
  info: saying("info"),
  error: saying("error"),
};
