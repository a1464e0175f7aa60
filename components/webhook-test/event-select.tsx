"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { eventTypesQuery } from "@/components/events/queries";
import { Select } from "@/components/ui/select";
import { TEST_EVENT_TYPE } from "@/lib/core/subscription";

interface Props {
  value: string;
  onChange: (type: string) => void;
}

/** Every type that the account knows, and `test.ping`; a test needs no subscription. */
export function EventSelect({ value, onChange }: Props) {
  const t = useTranslations("test");
  const { data: types = [] } = useQuery(eventTypesQuery());
  const names = [...new Set([TEST_EVENT_TYPE, ...types.map(({ name }) => name), value])];
  return (
    <Select
      fit
      className="self-start font-mono text-sm!"
      aria-label={t("event")}
      prefix={<span className="font-sans">{t("event")}</span>}
      options={names.map((name) => ({ value: name, label: name }))}
      value={value}
      onValueChange={onChange}
    />
  );
}
