import { KeyRound } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { SetupForm } from "@/components/account/setup-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { isValidSetupToken } from "@/lib/accounts/setup";

export const metadata: Metadata = { title: "Set up", referrer: "no-referrer" };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams;
  if (typeof token === "string" && (await isValidSetupToken(token))) return <SetupForm token={token} />;
  return (
    <EmptyState
      bare
      wholePage
      picture={<KeyRound aria-hidden />}
      title="This link doesn't work any more"
      actions={
        <Button asChild>
          <Link href="/login">Sign in</Link>
        </Button>
      }
    >
      It works once, and only the newest one does. The terminal shows a new link at each start until an owner exists.
    </EmptyState>
  );
}
