import { Kbd } from "@/components/ui/kbd";

export function LogKeyHints() {
  return (
    <p className="mt-3 flex items-center gap-1 text-xs text-ink-3 max-md:hidden pointer-coarse:hidden">
      <Kbd>j</Kbd>
      <Kbd>k</Kbd>
      <span className="mr-3">walk the rows</span>
      <Kbd>Enter</Kbd>
      <span className="mr-3">opens one</span>
      <Kbd>r</Kbd>
      <span>retries it</span>
    </p>
  );
}
