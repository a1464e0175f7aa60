import { Webhook } from "lucide-react";
import type { ReactNode } from "react";
import { MessagesProvider } from "@/components/ui/messages-provider";
import { currentLocale, MESSAGES } from "@/lib/locale";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const locale = await currentLocale();
  const { ui, common, shell, account } = MESSAGES[locale];
  return (
    <MessagesProvider locale={locale} messages={{ ui, common, shell, account }}>
      <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-4 px-4 py-12">
        <p className="flex items-center justify-center gap-2 text-ink-2">
          <Webhook aria-hidden className="size-4" />
          Outbound Webhooks
        </p>
        <div className="rounded-lg border bg-panel p-6">{children}</div>
      </main>
    </MessagesProvider>
  );
}
