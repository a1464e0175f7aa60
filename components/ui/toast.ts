import type { ExternalToast } from "sonner";

type Say = (title: string, options?: ExternalToast) => void;

// With the toaster itself: where that is on the page, this needs no connection.
const toaster = () => import("./sonner-toaster");

const saying =
  (kind: "message" | "success" | "info" | "error"): Say =>
  (title, options) =>
    void toaster().then(
      ({ show }) => show[kind](title, options),
      () => undefined,
    );

/** Says in a corner what was done, or why it failed; its code has come with the toaster, a moment after the page. */
export const toast = {
  message: saying("message"),
  success: saying("success"),
  info: saying("info"),
  error: saying("error"),
};
