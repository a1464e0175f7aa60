import { MailX } from "lucide-react";
import type { Metadata } from "next";
import { JoinForm } from "@/components/account/join-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { findOpenInvite } from "@/lib/accounts/joining";
import { translator } from "@/lib/locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("account");
  return { title: t("invite.tab"), referrer: "no-referrer", robots: "noindex" };
}

interface Props {
  params: Promise<{ token: string }>;
}

export default async function InvitePage({ params }: Props) {
  const { token } = await params;
  const invite = await findOpenInvite(token);
  if (invite) return <JoinForm token={token} invite={invite} />;
  const t = await translator("account");
  return (
    <EmptyState
      bare
      wholePage
      picture={<MailX aria-hidden />}
      title={t("invite.usedUp")}
      actions={
        <Button asChild>
          <Link href="/login">{t("signIn.title")}</Link>
        </Button>
      }
    >
      {t("invite.usedUpText")}
    </EmptyState>
  );
}
