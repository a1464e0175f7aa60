import clsx from "clsx";
import { toneClasses, type Tone } from "@/components/ui/pill";

const TONES: Record<string, Tone> = { get: "accent", post: "ok", patch: "warn", delete: "bad" };

export function Method({ method }: { method: string }) {
  return (
    <span
      className={clsx(
        "inline-block rounded-sm px-1.5 py-px font-mono text-xs font-medium uppercase",
        toneClasses[TONES[method] ?? "idle"],
      )}
    >
      {method}
    </span>
  );
}
