import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import { SetupForm } from "@/components/account/setup-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { isValidSetupToken } from "@/lib/accounts/setup";
import { translator } from "@/lib/locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("account");
  return { title: t("setup.tab"), referrer: "no-referrer" };
}

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token === "string" && (await isValidSetupToken(token))) return <SetupForm token={token} />;
  const t = await translator("account");
  return (
    <EmptyState
      bare
      wholePage
      picture={<KeyRound aria-hidden />}
      title={t("setup.usedUp")}
      actions={
        <Button asChild>
          <Link href="/login">{t("signIn.title")}</Link>
        </Button>
      }
    >
      {t("setup.usedUpText")}
    </EmptyState>
  );
}
