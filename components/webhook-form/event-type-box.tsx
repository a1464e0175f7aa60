"use client";

import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { eventTypeQuery } from "@/components/events/queries";
import { sentence } from "@/components/events/sentence";
import { Checkbox } from "@/components/ui/checkbox";
import { Tooltip } from "@/components/ui/tooltip";
import type { EventType } from "@/lib/core/event-type";

interface Props {
  type: EventType;
  checked: boolean;
  onChange: () => void;
}

/** Says on hover and on focus what the type is for and what its data has; screen readers are told with the box. */
export function EventTypeBox({ type, checked, onChange }: Props) {
  const t = useTranslations("form.events");
  const aboutId = useId();
  const { name, description, useCases, isBuiltIn } = type;
  return (
    <Tooltip side="right" content={<AboutType type={type} />}>
      <li>
        <Checkbox
          label={
            <>
              <span className="font-mono text-xs wrap-anywhere">{name}</span>
              {!isBuiltIn && <span className="ml-1 text-xs text-ink-3">{t("yours")}</span>}
            </>
          }
          aria-describedby={aboutId}
          checked={checked}
          onChange={onChange}
        />
        <span id={aboutId} hidden>
          {[sentence(description), ...useCases].join(" ")}
        </span>
      </li>
    </Tooltip>
  );
}

function AboutType({ type: { name, description, useCases } }: { type: EventType }) {
  const t = useTranslations("form.events");
  return (
    <span className="flex flex-col gap-2 py-1 text-left">
      <span>{sentence(description)}</span>
      {useCases.length > 0 && (
        <span>
          <span className="block font-semibold">{t("useCases")}</span>
          {useCases.map((useCase) => (
            <span key={useCase} className="block">
              · {useCase}
            </span>
          ))}
        </span>
      )}
      <DataFields name={name} />
    </span>
  );
}

const SHOWN_FIELDS = 8;

/** Loaded when somebody looks. */
function DataFields({ name }: { name: string }) {
  const t = useTranslations("form.events");
  const { data, isError } = useQuery(eventTypeQuery(name));
  if (isError) return null;
  if (!data) return <span>{t("loadingFields")}</span>;
  const properties = Object.entries((data.schema?.["properties"] ?? {}) as Record<string, unknown>);
  if (properties.length === 0) return <span>{t("anyData")}</span>;
  const more = properties.length - SHOWN_FIELDS;
  return (
    <span>
      <span className="block font-semibold">{t("dataFields")}</span>
      {properties.slice(0, SHOWN_FIELDS).map(([field, about]) => (
        <span key={field} className="flex justify-between gap-4">
          <code className="font-mono wrap-anywhere">{field}</code>
          <span>{typeNames(about)}</span>
        </span>
      ))}
      {more > 0 && <span className="block">{t("moreFields", { count: more })}</span>}
    </span>
  );
}

/** "string", "integer | null" */
function typeNames(about: unknown): string {
  const type = typeof about === "object" && about !== null && "type" in about ? about.type : undefined;
  return [type ?? []].flat().join(" | ");
}
