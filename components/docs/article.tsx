import { ArrowLeft, ArrowRight, Hash } from "lucide-react";
import { Link } from "@/components/ui/link";
import { DOCS_PAGES } from "./all-pages";
import { docsHref, type DocsContext, type DocsPage } from "./docs-page";

export function Article({ page, context }: { page: DocsPage; context: DocsContext }) {
  const sections = page.sections(context);
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_12rem] lg:gap-8">
      <article className="max-w-3xl min-w-0">
        <h1 className="text-xl font-semibold">{page.title}</h1>
        <p className="mt-1 max-w-prose text-lg text-ink-2">{page.summary}</p>
        {sections.map(({ id, title, body }) => (
          <section key={id} aria-labelledby={id} className="mt-8">
            <h2 id={id} className="group scroll-mt-16 text-lg font-semibold">
              {title}
              <a href={`#${id}`} aria-label={`Link to “${title}”`} className={anchorClasses}>
                <Hash aria-hidden className="inline size-3.5" />
              </a>
            </h2>
            {body}
          </section>
        ))}
        <Neighbours page={page} />
      </article>
      <nav aria-label="On this page" className="sticky top-6 hidden self-start lg:block">
        <p className="pb-1 text-xs font-medium text-ink-3">On this page</p>
        <ul className="flex flex-col gap-1 text-sm">
          {sections.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="rounded-sm text-ink-2 hover:text-ink hover:underline">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

const anchorClasses =
  "hit relative ml-1.5 rounded-sm text-ink-3 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100";

function Neighbours({ page }: { page: DocsPage }) {
  const index = DOCS_PAGES.indexOf(page);
  if (index < 0) return null;
  const [previous, next] = [DOCS_PAGES[index - 1], DOCS_PAGES[index + 1]];
  return (
    <nav aria-label="Previous and next page" className="mt-12 flex flex-wrap justify-between gap-4 border-t pt-4">
      {previous && (
        <Link href={docsHref(previous.slug)} rel="prev" className={neighbourClasses}>
          <ArrowLeft aria-hidden className="size-4" />
          {previous.title}
        </Link>
      )}
      {next && (
        <Link href={docsHref(next.slug)} rel="next" className={`${neighbourClasses} ml-auto`}>
          {next.title}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  );
}

const neighbourClasses = "inline-flex min-h-9 items-center gap-1.5 rounded-sm text-accent hover:underline";
