import { Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { Kbd } from "@/components/ui/kbd";
import { useModKey } from "./use-mod-key";

/** Opens the command palette, and teaches its key. */
export function SearchButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations("shell");
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-8 w-full items-center gap-2 rounded-md border border-line-strong bg-panel px-2 text-ink-3 transition-colors hover:border-ink-3 hover:text-ink pointer-coarse:h-9"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left">{t("search")}</span>
      <Kbd className="pointer-coarse:hidden">{useModKey()} K</Kbd>
    </button>
  );
}
