import { WEBHOOKS_PAGE, webhooksQuery } from "@/components/webhooks/queries";
import { prefetch } from "@/lib/prefetch";
import { listWebhooks } from "@/lib/webhooks/webhooks";

/** The first page of webhooks, as the browser will ask for it. */
export const prefetchWebhooks = () =>
  prefetch((queryClient, viewer) =>
    queryClient.prefetchInfiniteQuery({
      ...webhooksQuery(),
      queryFn: () => listWebhooks(viewer, { limit: WEBHOOKS_PAGE }),
    }),
  );
