import { ErrorState } from "@/components/ui/error-state";

export function PageFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <ErrorState title="This page could not be loaded" onRetry={onRetry} wholePage>
      The server had a problem; it is in its log. Nothing was lost.
    </ErrorState>
  );
}
