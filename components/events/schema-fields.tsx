"use client";

import { useTranslations } from "use-intl";
import type { JsonSchema } from "@/lib/core/catalogue/define";
import type { Json } from "@/lib/core/json";
import type { Translate } from "@/lib/core/messages/translate";
import { useCatalogueWords } from "./use-catalogue-words";

/** A schema's fields to be read: name, type, whether it is always there, what it means. */
export function SchemaFields({ schema }: { schema: JsonSchema }) {
  const t = useTranslations("events");
  const { words } = useCatalogueWords();
  const fields = fieldsOf(schema);
  if (fields.length === 0) return <p className="text-ink-2">{t("type.noFields")}</p>;
  return (
    <ul className="rounded-lg border">
      {fields.map(({ name, about, isRequired, depth }) => (
        <li
          key={name}
          style={depth > 0 ? { paddingLeft: `${12 + depth * 16}px` } : undefined}
          className="border-b border-line-2 px-3 py-1.5 last:border-0"
        >
          <p className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono text-sm wrap-anywhere">{name}</code>
            <span className="text-xs text-ink-3">{typeOf(t, about)}</span>
            {isRequired && <span className="text-xs font-medium">{t("type.alwaysThere")}</span>}
          </p>
          {typeof about["description"] === "string" && (
            <p className="text-sm wrap-anywhere text-ink-2">{words(about["description"])}</p>
          )}
          {Array.isArray(about["enum"]) && (
            <p className="font-mono text-xs text-ink-2 wrap-anywhere">
              {about["enum"].map((choice) => JSON.stringify(choice)).join(" | ")}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

interface SchemaField {
  name: string;
  about: JsonSchema;
  isRequired: boolean;
  depth: number;
}

const MAX_SHOWN_DEPTH = 4;

function fieldsOf(schema: JsonSchema, prefix = "", depth = 0): SchemaField[] {
  const { properties, required } = schema;
  if (!isObject(properties) || depth > MAX_SHOWN_DEPTH) return [];
  return Object.entries(properties).flatMap(([key, value]) => {
    const about = isObject(value) ? value : {};
    const name = prefix + key;
    const { items } = about;
    const inner = isObject(items) ? fieldsOf(items, `${name}[].`, depth + 1) : fieldsOf(about, `${name}.`, depth + 1);
    const isRequired = Array.isArray(required) && required.includes(key);
    return [{ name, about, isRequired, depth }, ...inner];
  });
}

function typeOf(t: Translate<"events">, schema: JsonSchema): string {
  const { type, format, items } = schema;
  const name = Array.isArray(type)
    ? type.reduce<string>((one, other) => (one ? t("type.or", { one, other: String(other) }) : String(other)), "")
    : typeof type === "string"
      ? type
      : t("type.any");
  if (name === "array" && isObject(items)) return t("type.arrayOf", { items: typeOf(t, items) });
  return typeof format === "string" ? `${name}, ${format}` : name;
}

function isObject(value: Json | undefined): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
