import type { ExternalToast } from "sonner";

type Say = (title: string, options?: ExternalToast) => void;

const sonner = () => import("sonner");

const saying =
  (kind: "message" | "success" | "info" | "error"): Say =>
  (title, options) =>
    void sonner().then(
      ({ toast }) => toast[kind](title, options),
      () => undefined,
    );

/** Says in a corner what was done, or why it failed; its code has come with the toaster, a moment after the page. */
export const toast = {
  message: saying("message"),
  success: saying("success"),
  info: saying("info"),
  error: saying("error"),
};
