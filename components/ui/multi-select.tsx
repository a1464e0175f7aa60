"use client";

import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { inputClasses } from "@/components/ui/input";
import { menuClasses, menuItemClasses, MenuSeparator } from "@/components/ui/menu";
import { useLayerHome } from "@/components/ui/use-layer-home";

export interface MultiSelectOption<Value extends string = string> {
  value: Value;
  label: string;
  /** At the end of the option's line: a count, a pill. */
  aside?: ReactNode;
}

export interface MultiSelectProps<Value extends string = string> {
  label: string;
  options: readonly MultiSelectOption<Value>[];
  /** Empty means any. */
  value: readonly Value[];
  onValueChange: (value: Value[]) => void;
  className?: string | undefined;
}

/** "Status any", "Status failed, pending", "Status 4 of 9". Stays open while options are ticked. */
export function MultiSelect<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: MultiSelectProps<Value>) {
  const toggle = (option: Value, checked: boolean) =>
    onValueChange(checked ? [...value, option] : value.filter((v) => v !== option));
  const t = useTranslations("ui");
  const summarize = () => {
    if (value.length === 0) return t("any");
    if (value.length > 2) return t("chosen", { count: value.length, all: options.length });
    return value.map((v) => options.find((option) => option.value === v)?.label ?? v).join(", ");
  };
  const { anchor, home, settle } = useLayerHome();
  return (
    <Radix.Root modal={false} onOpenChange={settle}>
      <Radix.Trigger
        ref={anchor}
        className={clsx(
          inputClasses,
          "inline-flex h-8 max-w-full items-center gap-1.5 border-line-strong! text-base! pointer-coarse:h-9",
          className,
        )}
      >
        <span className="text-ink-3">{label} </span>
        <span className="max-w-48 min-w-0 truncate">{summarize()}</span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Radix.Trigger>
      <Radix.Portal container={home}>
        <Radix.Content align="start" sideOffset={4} collisionPadding={8} aria-label={label} className={menuClasses}>
          {options.map((option) => (
            <Radix.CheckboxItem
              key={option.value}
              checked={value.includes(option.value)}
              onCheckedChange={(checked) => toggle(option.value, checked)}
              onSelect={(event) => event.preventDefault()}
              className={clsx(menuItemClasses, "group data-highlighted:bg-fill")}
            >
              <span className={boxClasses}>
                <Radix.ItemIndicator>
                  <Check aria-hidden strokeWidth={3} className="size-3" />
                </Radix.ItemIndicator>
              </span>
              <span className="min-w-0 flex-1 truncate">{option.label}</span>
              {option.aside && <span className="text-sm text-ink-3">{option.aside}</span>}
            </Radix.CheckboxItem>
          ))}
          <MenuSeparator />
          <Radix.Item
            disabled={value.length === 0}
            onSelect={(event) => {
              event.preventDefault();
              onValueChange([]);
            }}
            className={clsx(menuItemClasses, "text-ink-2 data-highlighted:bg-fill")}
          >
            {t("clear")}
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const boxClasses = clsx(
  "grid size-4 shrink-0 place-items-center rounded-sm border border-line-control bg-panel text-panel",
  "group-data-[state=checked]:border-accent group-data-[state=checked]:bg-accent",
);
