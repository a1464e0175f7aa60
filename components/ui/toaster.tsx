"use client";

import dynamic from "next/dynamic";

/** Stands once, in the root layout; it comes after the page, so that nothing waits for it. Say things with `toast`. */
export const Toaster = dynamic(() => import("./sonner-toaster").then((its) => its.SonnerToaster), { ssr: false });
