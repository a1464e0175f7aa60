import { useTranslations } from "use-intl";
import { ErrorState } from "@/components/ui/error-state";

export function PageFailed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("shell.failed");
  return (
    <ErrorState title={t("title")} onRetry={onRetry} wholePage>
      {t("text")}
    </ErrorState>
  );
}
