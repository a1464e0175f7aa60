"use client";

import { PageFailed } from "@/components/shell/page-failed";

/** Inside the shell, which has the page's `main` already. */
export default function ErrorInShell({ reset }: { reset: () => void }) {
  return <PageFailed onRetry={reset} />;
}
