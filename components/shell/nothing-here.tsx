import { SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export function NothingHere() {
  return (
    <EmptyState
      wholePage
      picture={<SearchX aria-hidden />}
      title="There is nothing here"
      actions={
        <Button asChild>
          <Link href="/settings/webhooks">Outbound Webhooks</Link>
        </Button>
      }
    >
      It may have been deleted, or the link may be wrong.
    </EmptyState>
  );
}
