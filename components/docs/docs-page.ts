/** A page of the documentation: what stands in it depends on where the product runs. */
import type { ReactNode } from "react";

export interface DocsContext {
  /** Of this product, as its reader knows it: `https://hooks.example.com`. */
  origin: string;
  /** Where deliveries come from; empty where nobody has said. */
  egressIps: readonly string[];
  /** What an API key may send; 0: as much as it likes. */
  requestsPerSecond: number;
}

export interface DocsSection {
  /** Its anchor. */
  id: string;
  title: string;
  body: ReactNode;
}

export interface DocsPage {
  /** Behind `/docs/`; empty for the first page. */
  slug: string;
  title: string;
  /** In the sidebar, where its group says the rest. */
  shortTitle?: string;
  /** One sentence. */
  summary: string;
  sections: (context: DocsContext) => DocsSection[];
}

export interface DocsGroup {
  label: string;
  pages: readonly DocsPage[];
}

export const docsHref = (slug: string) => (slug ? `/docs/${slug}` : "/docs");
