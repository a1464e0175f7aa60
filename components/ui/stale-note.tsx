import { CloudOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { FloatingNote } from "@/components/ui/floating-note";
import { Time } from "@/components/ui/time";

export interface StaleNoteProps {
  /** What stands in the way of newer data; null while nothing does. */
  error: Error | null;
  /** When what is shown was read. */
  updatedAt: number;
}

/** Over data that is still shown though it can't be refreshed. */
export function StaleNote({ error, updatedAt }: StaleNoteProps) {
  const t = useTranslations("ui");
  if (!error) return null;
  return (
    <FloatingNote>
      <p
        role="status"
        className="flex max-w-full items-start gap-2 rounded-lg border border-warn/30 bg-warn-soft px-3 py-1 text-sm text-warn shadow-float"
      >
        <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>
          {t.rich("asOf", { time: () => <Time value={updatedAt} format="clock" /> })} {error.message}
        </span>
      </p>
    </FloatingNote>
  );
}
