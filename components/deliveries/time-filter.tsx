"use client";

import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { inputClasses } from "@/components/ui/input";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useFormats } from "@/components/ui/use-formats";
import { useHydrated } from "@/components/ui/use-hydrated";
import { TimeSpanDialog } from "./time-span-dialog";
import { useDeliveryFilters } from "./use-delivery-filters";

const PRESETS = [
  ["15m", "m15"],
  ["1h", "h1"],
  ["24h", "h24"],
  ["7d", "d7"],
  ["30d", "d30"],
] as const;

/** When the deliveries were made: back from now, or from one instant to another. */
export function TimeFilter() {
  const t = useTranslations("logs.time");
  const [{ from, to, last }, setFilters] = useDeliveryFilters();
  const [isAsking, setAsking] = useState(false);
  const words = useSpanWords();
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            className={clsx(
              inputClasses,
              "inline-flex h-8 max-w-full items-center gap-1.5 border-line-strong! text-base! pointer-coarse:h-9",
            )}
          >
            <span className="text-ink-3">{t("label")} </span>
            <span className="min-w-0 truncate">{words}</span>
            <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
          </button>
        }
      >
        <MenuItem
          icon={<Chosen isChosen={!from && !to && !last} />}
          onSelect={() => void setFilters({ from: null, to: null, last: null })}
        >
          {t("any")}
        </MenuItem>
        {PRESETS.map(([value, name]) => (
          <MenuItem
            key={value}
            icon={<Chosen isChosen={last === value} />}
            onSelect={() => void setFilters({ last: value, from: null, to: null })}
          >
            {t(`last.${name}`)}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<Chosen isChosen={from !== "" || to !== ""} />} onSelect={() => setAsking(true)}>
          {t("custom")}
        </MenuItem>
      </Menu>
      {isAsking && <TimeSpanDialog onClose={() => setAsking(false)} />}
    </>
  );
}

const Chosen = ({ isChosen }: { isChosen: boolean }) => (
  <Check aria-hidden className={clsx("size-4", !isChosen && "invisible")} />
);

function useSpanWords(): string {
  const t = useTranslations("logs.time");
  const { exact } = useFormats();
  const isHydrated = useHydrated();
  const [{ from, to, last }] = useDeliveryFilters();
  const preset = PRESETS.find(([value]) => value === last);
  if (preset) return t(`last.${preset[1]}`);
  if (last) return t("last.other", { amount: last });
  const instant = (text: string) => {
    const at = Date.parse(text);
    return Number.isNaN(at) ? text : exact(at, isHydrated ? undefined : "UTC");
  };
  if (from && to) return t("span", { from: instant(from), to: instant(to) });
  if (from) return t("since", { from: instant(from) });
  return to ? t("until", { to: instant(to) }) : t("any");
}
