"use client";

import { PageFailed } from "@/components/shell/page-failed";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-12">
      <PageFailed onRetry={reset} />
    </main>
  );
}
