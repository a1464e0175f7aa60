"use client";

import dynamic from "next/dynamic";

const Nothing = () => null;

/**
 * Stands once, in the root layout; it comes after the page, so that nothing waits for it, and a page is no worse where it
 * can't be had. Say things with `toast`.
 */
export const Toaster = dynamic(
  () =>
    import("./sonner-toaster").then(
      (its) => its.SonnerToaster,
      () => Nothing,
    ),
  { ssr: false },
);
