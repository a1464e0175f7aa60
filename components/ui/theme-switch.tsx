"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { RadioGroup } from "radix-ui";
import { useHydrated } from "@/components/ui/use-hydrated";

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  const hydrated = useHydrated();
  return (
    <RadioGroup.Root
      aria-label="Theme"
      orientation="horizontal"
      value={hydrated ? (theme ?? "system") : ""}
      onValueChange={setTheme}
      className="inline-flex gap-0.5 rounded-md border bg-bg p-0.5"
    >
      {choices.map(({ value, label, Icon }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          aria-label={label}
          title={label}
          className="hit relative grid size-6 place-items-center rounded-sm text-ink-3 transition-colors hover:text-ink data-[state=checked]:bg-fill data-[state=checked]:text-ink"
        >
          <Icon aria-hidden className="size-3.5" />
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

const choices = [
  { value: "system", label: "Follow the system", Icon: Monitor },
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
];
