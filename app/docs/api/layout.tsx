import type { ReactNode } from "react";

/** Readable by everybody: whoever writes a client need not have an account. */
export default function ApiReferenceLayout({ children }: { children: ReactNode }) {
  return <main className="mx-auto w-full max-w-6xl px-4 py-8">{children}</main>;
}
