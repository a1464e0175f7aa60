import type { Metadata } from "next";
import { SearchResults } from "@/components/docs/search-results";
import { searchDocs } from "@/components/docs/search";
import { docsContext } from "../docs-context";

const MAX_QUERY = 200;

export const metadata: Metadata = { title: "Search" };

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

export default async function DocsSearch({ searchParams }: Props) {
  const { q = "" } = await searchParams;
  const query = [q].flat().join(" ").slice(0, MAX_QUERY).trim();
  return <SearchResults query={query} hits={searchDocs(query, await docsContext())} />;
}
