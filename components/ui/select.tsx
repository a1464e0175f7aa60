"use client";

import clsx from "clsx";
import { Check, ChevronDown } from "lucide-react";
import { Select as Radix } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";
import { useTranslations } from "use-intl";
import { inputClasses } from "@/components/ui/input";
import { menuItemClasses } from "@/components/ui/menu";
import { pageNonce } from "@/components/ui/page-nonce";
import { useLayerHome } from "@/components/ui/use-layer-home";

export interface SelectOption<Value extends string = string> {
  /** Not empty. */
  value: Value;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

export interface SelectProps<Value extends string = string> extends Omit<
  ComponentProps<"button">,
  "value" | "defaultValue" | "onChange" | "children" | "prefix" | "ref"
> {
  options: readonly SelectOption<Value>[];
  value?: Value | undefined;
  onValueChange?: ((value: Value) => void) | undefined;
  placeholder?: string | undefined;
  /** Shown before the value, as filters do: "Window last 24 h". */
  prefix?: ReactNode;
  /** As wide as its value, and quieter: for filters. Else as wide as the field. */
  fit?: boolean | undefined;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const {
    options,
    value,
    onValueChange,
    placeholder,
    prefix,
    fit = false,
    name,
    disabled,
    className,
    ...trigger
  } = props;
  const t = useTranslations("ui");
  const { anchor, home, settle } = useLayerHome();
  return (
    <Radix.Root
      onOpenChange={settle}
      value={value ?? ""}
      onValueChange={(next) => onValueChange?.(next as Value)}
      {...(name !== undefined && { name })}
      {...(disabled !== undefined && { disabled })}
    >
      <Radix.Trigger
        {...trigger}
        ref={anchor}
        className={clsx(
          inputClasses,
          "h-8 items-center gap-1.5 text-left data-placeholder:text-ink-3 pointer-coarse:h-9",
          fit ? "inline-flex max-w-full border-line-strong!" : "flex w-full min-w-0",
          className,
        )}
      >
        {prefix && <span className="text-ink-3">{prefix} </span>}
        <span className="min-w-0 flex-1 truncate">
          <Radix.Value placeholder={placeholder ?? t("choose")} />
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-3" />
      </Radix.Trigger>
      <Radix.Portal container={home}>
        <Radix.Content position="popper" sideOffset={4} collisionPadding={8} className={contentClasses}>
          <Radix.Viewport nonce={pageNonce()} className="p-1">
            {options.map((option) => (
              <SelectItem key={option.value} option={option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function SelectItem({ option }: { option: SelectOption }) {
  return (
    <Radix.Item
      value={option.value}
      disabled={option.disabled ?? false}
      className={clsx(menuItemClasses, "py-1 data-highlighted:bg-fill")}
    >
      <span className="min-w-0 flex-1">
        <Radix.ItemText>{option.label}</Radix.ItemText>
        {option.hint && <span className="block text-sm text-ink-3">{option.hint}</span>}
      </span>
      <Radix.ItemIndicator>
        <Check aria-hidden className="size-4 text-accent" />
      </Radix.ItemIndicator>
    </Radix.Item>
  );
}

const contentClasses = clsx(
  "z-60 max-h-(--radix-select-content-available-height) max-w-[calc(100vw-16px)] min-w-(--radix-select-trigger-width)",
  "animate-pop-in overflow-hidden rounded-lg border bg-panel text-base shadow-float",
);
