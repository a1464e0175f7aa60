import type { Metadata } from "next";
import { SearchResults } from "@/components/docs/search-results";
import { DOCS_PAGES } from "@/components/docs/all-pages";
import { searchedPages, searchSections } from "@/components/docs/search";
import { apiOverview } from "@/components/reference/overview";
import { searchedReference } from "@/components/reference/searched";
import { apiReference } from "@/lib/api/reference";
import { docsContext } from "../docs-context";

const MAX_QUERY = 200;

export const metadata: Metadata = { title: "Search" };

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

export default async function DocsSearch({ searchParams }: Props) {
  const { q = "" } = await searchParams;
  const query = [q].flat().join(" ").slice(0, MAX_QUERY).trim();
  const groups = apiReference();
  const pages = searchedPages([...DOCS_PAGES, apiOverview(groups)], await docsContext());
  return <SearchResults query={query} hits={searchSections(query, [...pages, ...searchedReference(groups)])} />;
}
