import type { HeaderPairs } from "@/lib/core/attempt";

/** As they came, in their order; the same name may stand there twice. */
export function RequestHeaders({ headers }: { headers: Readonly<HeaderPairs> }) {
  return (
    <dl className="divide-y divide-line-2 font-mono text-xs/4.5">
      {headers.map(([name, value], index) => (
        <div key={index} className="grid gap-x-4 py-1 sm:grid-cols-[14rem_minmax(0,1fr)]">
          <dt className="text-ink-2 wrap-anywhere">{name}</dt>
          <dd className="min-w-0 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
