import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DOCS_PAGES } from "@/components/docs/all-pages";
import { Article } from "@/components/docs/article";
import { docsContext } from "../docs-context";

interface Props {
  params: Promise<{ slug: string }>;
}

const find = (slug: string) => DOCS_PAGES.find((page) => page.slug === slug);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = find((await params).slug);
  return page ? { title: page.title, description: page.summary } : {};
}

export default async function DocsPage({ params }: Props) {
  const page = find((await params).slug);
  if (!page) notFound();
  return <Article page={page} context={await docsContext()} />;
}
