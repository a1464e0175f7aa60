import { formatDuration } from "@/components/ui/duration";
import { formatDate } from "@/components/ui/instant";
import type { Attempt } from "@/lib/core/delivery";

/** A waterfall of the phases; a kept connection has no first three. */
export function AttemptTiming({ attempt }: { attempt: Attempt }) {
  const phases = phasesOf(attempt);
  const total = attempt.durationMs ?? 0;
  if (phases.length === 0 || total <= 0) return null;
  const { remoteAddress, tlsVersion, tlsExpiresAt } = attempt;
  const facts = [
    formatDuration(total),
    remoteAddress,
    tlsVersion?.replace("TLSv", "TLS "),
    tlsExpiresAt && `certificate until ${formatDate(new Date(tlsExpiresAt).getTime(), "UTC")}`,
  ];
  return (
    <section aria-label="Timing">
      <div className="mb-1 flex flex-wrap justify-between gap-2 text-xs text-ink-3">
        <span className="font-medium">Timing</span>
        <span>{facts.filter(Boolean).join(" · ")}</span>
      </div>
      <dl className="grid grid-cols-[80px_1fr_64px] items-center gap-x-3 text-xs text-ink-2">
        {phases.map(({ label, beginMs, ms }) => (
          <div key={label} className="contents">
            <dt>{label}</dt>
            <dd aria-hidden className="h-2">
              <div
                className="h-2 min-w-0.5 rounded-sm bg-accent"
                style={{ marginLeft: `${share(beginMs, total)}%`, width: `${share(ms, total)}%` }}
              />
            </dd>
            <dd className="text-right">{ms < 1 ? "< 1 ms" : formatDuration(ms)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const share = (ms: number, total: number) => Math.min(Math.max((ms / total) * 100, 0), 99);

interface Phase {
  label: string;
  beginMs: number;
  ms: number;
}

function phasesOf({ dnsMs, connectMs, tlsMs, firstByteMs, durationMs }: Attempt): Phase[] {
  const measured: [label: string, ms: number | null][] = [
    ["DNS", dnsMs],
    ["Connect", connectMs],
    ["TLS", tlsMs],
    ["First byte", firstByteMs],
  ];
  const phases: Phase[] = [];
  let beginMs = 0;
  for (const [label, ms] of measured) {
    if (ms === null) continue;
    phases.push({ label, beginMs, ms });
    beginMs += ms;
  }
  if (firstByteMs !== null && durationMs !== null && durationMs - beginMs >= 1) {
    phases.push({ label: "Body", beginMs, ms: durationMs - beginMs });
  }
  return phases;
}
