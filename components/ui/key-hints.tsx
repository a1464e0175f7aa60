import { Kbd } from "@/components/ui/kbd";

export interface KeyHint {
  keys: readonly string[];
  label: string;
}

/** Which keys do what in the list above, for whoever has a keyboard. */
export function KeyHints({ hints }: { hints: readonly KeyHint[] }) {
  return (
    <p className="mt-3 flex items-center gap-1 text-xs text-ink-3 max-md:hidden pointer-coarse:hidden">
      {hints.map(({ keys, label }) => (
        <span key={label} className="mr-3 inline-flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {label}
        </span>
      ))}
    </p>
  );
}
