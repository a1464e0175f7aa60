import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { isSetUp } from "@/lib/accounts/setup";
import { currentViewer } from "@/lib/auth";
import { pathWithin } from "@/lib/core/path-within";
import { translator } from "@/lib/locale";

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator("account");
  return { title: t("signIn.title") };
}

interface Props {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function LoginPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const target = pathWithin(next) ?? "/settings/webhooks";
  if (await currentViewer()) redirect(target);
  return <SignInForm next={target} hasOwner={await isSetUp()} />;
}
