"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { RadioGroup } from "radix-ui";
import { useTranslations } from "use-intl";
import { useHydrated } from "@/components/ui/use-hydrated";

export function ThemeSwitch() {
  const t = useTranslations("ui");
  const { theme, setTheme } = useTheme();
  const hydrated = useHydrated();
  return (
    <RadioGroup.Root
      aria-label={t("theme.title")}
      orientation="horizontal"
      value={hydrated ? (theme ?? "system") : ""}
      onValueChange={setTheme}
      className="inline-flex gap-0.5 rounded-md border bg-bg p-0.5"
    >
      {choices.map(({ value, Icon }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          aria-label={t(`theme.${value}`)}
          title={t(`theme.${value}`)}
          className="hit relative grid size-6 place-items-center rounded-sm text-ink-3 transition-colors hover:text-ink data-[state=checked]:bg-fill data-[state=checked]:text-ink"
        >
          <Icon aria-hidden className="size-3.5" />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

const choices = [
  { value: "system", Icon: Monitor },
  { value: "light", Icon: Sun },
  { value: "dark", Icon: Moon },
] as const;
