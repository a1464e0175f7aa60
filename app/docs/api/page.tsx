import type { Metadata } from "next";
import { Article } from "@/components/docs/article";
import { apiOverview } from "@/components/reference/overview";
import { apiReference } from "@/lib/api/reference";
import { docsContext } from "../docs-context";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiReferencePage() {
  return <Article page={apiOverview(apiReference())} context={await docsContext()} />;
}
