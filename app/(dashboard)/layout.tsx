import { BookOpen, KeyRound, Radio, Webhook } from "lucide-react";
import type { ReactNode } from "react";
import { SignedInShell } from "@/components/account/signed-in-shell";
import { ViewerProvider } from "@/components/account/viewer";
import { UnreadDot } from "@/components/alerts/unread-dot";
import { MessagesProvider } from "@/components/ui/messages-provider";
import { requireViewer } from "@/lib/auth";
import { currentLocale, MESSAGES } from "@/lib/locale";

const SECTIONS = [
  {
    label: "Settings",
    links: [
      { href: "/settings/webhooks", label: "Outbound Webhooks", icon: <Webhook aria-hidden />, badge: <UnreadDot /> },
      { href: "/settings/inspectors", label: "Inspectors", icon: <Radio aria-hidden /> },
      { href: "/settings/api-keys", label: "API keys", icon: <KeyRound aria-hidden /> },
    ],
  },
  { label: "Help", links: [{ href: "/docs", label: "Documentation", icon: <BookOpen aria-hidden /> }] },
];

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { accountName, email, role } = await requireViewer();
  const locale = await currentLocale();
  return (
    <MessagesProvider locale={locale} messages={MESSAGES[locale]}>
      <ViewerProvider viewer={{ email, role, accountName }}>
        <SignedInShell account={{ name: accountName }} user={{ email, role }} sections={SECTIONS}>
          {children}
        </SignedInShell>
      </ViewerProvider>
    </MessagesProvider>
  );
}
