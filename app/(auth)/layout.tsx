import { Webhook } from "lucide-react";
import type { ReactNode } from "react";

export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-4 px-4 py-12">
      <p className="flex items-center justify-center gap-2 text-ink-2">
        <Webhook aria-hidden className="size-4" />
        Outbound Webhooks
      </p>
      <div className="rounded-lg border bg-panel p-6">{children}</div>
    </main>
  );
}
