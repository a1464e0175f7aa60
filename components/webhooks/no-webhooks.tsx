import { ArrowRight, Server, Webhook, Zap } from "lucide-react";
import type { ReactNode } from "react";
import { TryInspector } from "@/components/inspectors/try-inspector";
import { EmptyState } from "@/components/ui/empty-state";
import { CreateWebhookLink } from "./create-webhook-link";

export function NoWebhooks() {
  return (
    <EmptyState
      picture={<Picture />}
      title="No webhooks yet"
      actions={
        <>
          <CreateWebhookLink />
          <TryInspector />
        </>
      }
    >
      A webhook sends a signed POST to your URL whenever an event you chose happens, and tries again until your system
      has taken it.
    </EmptyState>
  );
}

/** Event → POST → your system. */
function Picture() {
  return (
    <div className="flex items-center justify-center gap-2 text-sm max-sm:flex-col" aria-hidden>
      <Step icon={<Zap />}>event</Step>
      <ArrowRight className="size-4 max-sm:rotate-90" />
      <Step icon={<Webhook />}>signed POST</Step>
      <ArrowRight className="size-4 max-sm:rotate-90" />
      <Step icon={<Server />}>your system</Step>
    </div>
  );
}

function Step({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="flex items-center gap-2 rounded-lg border bg-bg px-3 py-2 text-ink-2 [&>svg]:size-4">
      {icon}
      {children}
    </span>
  );
}
