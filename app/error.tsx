"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-12">
      <ErrorState title="This page could not be loaded" onRetry={reset} wholePage>
        The server had a problem; it is in its log. Nothing was lost.
      </ErrorState>
    </main>
  );
}
