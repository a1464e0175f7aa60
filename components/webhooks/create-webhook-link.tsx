import { Plus } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";

export function CreateWebhookLink() {
  return (
    <Button asChild variant="primary">
      <Link href="/settings/webhooks/new">
        <Plus aria-hidden />
        Create webhook
      </Link>
    </Button>
  );
}
