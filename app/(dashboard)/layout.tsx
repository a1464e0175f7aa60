import { KeyRound, Webhook } from "lucide-react";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { SignedInShell } from "@/components/account/signed-in-shell";
import { currentViewer } from "@/lib/auth";

const SECTIONS = [
  {
    label: "Settings",
    links: [
      { href: "/settings/webhooks", label: "Outbound Webhooks", icon: <Webhook aria-hidden /> },
      { href: "/settings/api-keys", label: "API keys", icon: <KeyRound aria-hidden /> },
    ],
  },
];

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const viewer = await currentViewer();
  if (!viewer) redirect("/login");
  const { accountName, email, role } = viewer;
  return (
    <SignedInShell account={{ name: accountName }} user={{ email, role }} sections={SECTIONS}>
      {children}
    </SignedInShell>
  );
}
