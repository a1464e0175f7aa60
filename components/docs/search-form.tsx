import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

/** On the page itself, with what was searched for. A plain form: it searches without scripts, too. */
export function SearchForm({ query }: { query: string }) {
  return (
    <form action="/docs/search" role="search" aria-label="On this page" className="flex max-w-prose gap-2">
      <Input
        // Another search is another page, and its field another field.
        key={query}
        type="search"
        name="q"
        aria-label="Search for"
        placeholder="A header's name, an answer's code, a field"
        defaultValue={query}
        maxLength={200}
      />
      <Button type="submit">Search</Button>
    </form>
  );
}
