import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DOCS_GROUPS } from "@/components/docs/all-pages";
import { docsHref } from "@/components/docs/docs-page";
import { DocsShell } from "@/components/docs/docs-shell";
import { MessagesProvider } from "@/components/ui/messages-provider";
import { en } from "@/lib/core/messages/en";
import { apiReference } from "@/lib/api/reference";

export const metadata: Metadata = { title: { default: "Documentation", template: "%s · Documentation" } };

const LINKS = [
  ...DOCS_GROUPS.map(({ label, pages }) => ({
    label,
    links: pages.map(({ slug, title, shortTitle = title }) => ({ href: docsHref(slug), label: shortTitle })),
  })),
  {
    label: "API reference",
    links: [
      { href: "/docs/api", label: "Overview" },
      ...apiReference().map(({ slug, name }) => ({ href: `/docs/api/${slug}`, label: name })),
    ],
  },
];

/** The documentation is in English, whatever the reader's language. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <MessagesProvider
      locale="en"
      messages={{ ui: en.ui, common: en.common, shell: en.shell, verify: { code: en.verify.code } }}
    >
      <div lang="en">
        <DocsShell groups={LINKS}>{children}</DocsShell>
      </div>
    </MessagesProvider>
  );
}
