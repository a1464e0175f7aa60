/** Runs a page's queries on the server, so that its first paint has data. */
import { dehydrate, QueryClient, type DehydratedState } from "@tanstack/react-query";
import type { Viewer } from "./accounts/sessions";
import { requireViewer } from "./auth";

/** Everything goes through the same use cases as the API; what fails here is asked again by the browser. */
export async function prefetch(
  load: (queryClient: QueryClient, viewer: Viewer) => Promise<unknown>,
): Promise<DehydratedState> {
  const viewer = await requireViewer();
  const queryClient = new QueryClient();
  await load(queryClient, viewer);
  return dehydrate(queryClient);
}
