import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/account/sign-in-form";
import { isSetUp } from "@/lib/accounts/setup";
import { currentViewer } from "@/lib/auth";
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
  const target = pathWithin(next);
  if (await currentViewer()) redirect(target);
  return <SignInForm next={target} hasOwner={await isSetUp()} />;
}

/** Only a path of this site, as a browser would read it: a link must not lead a signed-in person elsewhere. */
function pathWithin(next: string | string[] | undefined): string {
  const fallback = "/settings/webhooks";
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, SOMEWHERE)) return fallback;
  const url = new URL(next, SOMEWHERE);
  return url.origin === SOMEWHERE ? url.pathname + url.search + url.hash : fallback;
}

const SOMEWHERE = "https://this-site.invalid";
