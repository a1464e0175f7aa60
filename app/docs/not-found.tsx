import { SearchX } from "lucide-react";
import { SearchForm } from "@/components/docs/search-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";

export default function DocsNotFound() {
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <EmptyState
        wholePage
        picture={<SearchX aria-hidden />}
        title="The documentation has no such page"
        actions={
          <Button asChild>
            <Link href="/docs">Begin at the first page</Link>
          </Button>
        }
      >
        It may have been renamed, or the link may be wrong. Look in the contents, or search.
      </EmptyState>
      <SearchForm query="" />
    </div>
  );
}
