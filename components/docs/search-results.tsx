import { Link } from "@/components/ui/link";
import { MAX_HITS, type DocsHit } from "./search";
import { SearchForm } from "./search-form";

export function SearchResults({ query, hits }: { query: string; hits: readonly DocsHit[] }) {
  return (
    <div className="max-w-3xl">
      <h1 className="mb-3 text-xl font-semibold wrap-anywhere">{query ? `Search: “${query}”` : "Search"}</h1>
      <SearchForm query={query} />
      <p className="mt-3 text-ink-2">{summaryOf(query, hits.length)}</p>
      <ul className="mt-4 flex flex-col">
        {hits.map(({ href, page, section, excerpt }) => (
          <li key={href} className="border-t py-3">
            <Link href={href} className="rounded-sm font-medium wrap-anywhere text-accent hover:underline">
              {page}: {section}
            </Link>
            <p className="max-w-prose wrap-anywhere text-ink-2">{excerpt}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function summaryOf(query: string, count: number): string {
  if (!query) return "Enter a word, such as a header's name or an answer's code.";
  if (count === 0) return "Nothing has all of these words. Try fewer.";
  if (count === MAX_HITS) return `The ${MAX_HITS} sections that fit best. Another word narrows it down.`;
  return count === 1 ? "One section." : `${count} sections.`;
}
