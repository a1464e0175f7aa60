import { BookOpen, CircleUser, KeyRound, Radio, ScrollText, Users, Webhook } from "lucide-react";
import type { ReactNode } from "react";
import { SignedInShell } from "@/components/account/signed-in-shell";
import { ViewerProvider } from "@/components/account/viewer";
import { UnreadDot } from "@/components/alerts/unread-dot";
import type { ShellSection } from "@/components/shell/sections";
import { MessagesProvider } from "@/components/ui/messages-provider";
import { requireViewer } from "@/lib/auth";
import { env } from "@/lib/env";
import type { Permission } from "@/lib/core/permissions";
import { currentLocale, MESSAGES, translator } from "@/lib/locale";

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const { accountName, email, role, permissions } = await requireViewer();
  const locale = await currentLocale();
  const sections = await sectionsFor(permissions);
  return (
    <MessagesProvider locale={locale} messages={MESSAGES[locale]}>
      <ViewerProvider viewer={{ email, role, accountName, retentionDays: env().RETENTION_DAYS }}>
        <SignedInShell account={{ name: accountName }} user={{ email, role }} sections={sections}>
          {children}
        </SignedInShell>
      </ViewerProvider>
    </MessagesProvider>
  );
}

/** Only what whoever looks may see: a link that ends in a refusal is none. */
async function sectionsFor(permissions: readonly Permission[]): Promise<ShellSection[]> {
  const t = await translator("shell");
  const may = (permission: Permission) => permissions.includes(permission);
  const settings = [
    {
      href: "/settings/webhooks",
      label: t("links.webhooks"),
      icon: <Webhook aria-hidden />,
      badge: <UnreadDot />,
    },
    { href: "/settings/inspectors", label: t("links.inspectors"), icon: <Radio aria-hidden /> },
    ...(may("keys:manage")
      ? [{ href: "/settings/api-keys", label: t("links.apiKeys"), icon: <KeyRound aria-hidden /> }]
      : []),
    { href: "/settings/team", label: t("links.team"), icon: <Users aria-hidden /> },
    ...(may("audit:read")
      ? [{ href: "/settings/audit-log", label: t("links.auditLog"), icon: <ScrollText aria-hidden /> }]
      : []),
    { href: "/settings/account", label: t("links.account"), icon: <CircleUser aria-hidden /> },
  ];
  const help = [{ href: "/docs", label: t("links.documentation"), icon: <BookOpen aria-hidden /> }];
  return [
    { label: t("settings"), links: settings },
    { label: t("help"), links: help },
  ];
}
