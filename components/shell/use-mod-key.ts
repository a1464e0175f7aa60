import { useHydrated } from "@/components/ui/use-hydrated";

/** What the key is called that goes with K: "⌘" on Apple's machines, "Ctrl" elsewhere and until we know. */
export function useModKey(): string {
  const hydrated = useHydrated();
  return hydrated && /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘" : "Ctrl";
}
