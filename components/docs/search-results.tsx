import Link from "next/link";
import type { DocsHit } from "./search";

export function SearchResults({ query, hits }: { query: string; hits: readonly DocsHit[] }) {
  return (
    <div className="max-w-3xl">
      <h1 className="text-xl font-semibold">{query ? `“${query}”` : "Search"}</h1>
      <p className="mt-1 text-ink-2">{summaryOf(query, hits.length)}</p>
      <ul className="mt-4 flex flex-col">
        {hits.map(({ href, page, section, excerpt }) => (
          <li key={href} className="border-t py-3">
            <Link href={href} className="rounded-sm font-medium text-accent hover:underline">
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
  return count === 1 ? "One section." : `${count} sections.`;
}
