import { disablingQuery } from "@/components/webhooks/queries";
import { prefetch } from "@/lib/prefetch";
import { getDisabling } from "@/lib/webhooks/disabling";

/** What the account wants of its failing webhooks, for forms that say what its default amounts to. */
export const prefetchDisabling = () =>
  prefetch((queryClient, viewer) =>
    queryClient.prefetchQuery({ ...disablingQuery(), queryFn: () => getDisabling(viewer) }),
  );
