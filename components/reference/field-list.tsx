import type { ReferenceField } from "@/lib/api/reference";
import { Prose } from "./prose";

interface Props {
  fields: readonly (ReferenceField & { place?: string })[];
  /** What is taken says what must be there; what is given doesn't. */
  saysRequired?: boolean;
}

/** Fields with their types; those of an object inside are indented beneath it. */
export function FieldList({ fields, saysRequired = false }: Props) {
  return (
    <ul className="divide-y divide-line-2">
      {fields.map((field) => (
        <li key={`${field.name} ${field.type}`} className="py-2">
          <div className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-mono text-sm font-medium wrap-anywhere">{field.name}</span>
            <span className="text-xs text-ink-2 wrap-anywhere">
              {field.place && `${field.place}, `}
              {field.type}
            </span>
            {saysRequired && field.isRequired && <span className="text-xs font-medium text-warn">required</span>}
          </div>
          {field.description && (
            <div className="text-sm text-ink-2">
              <Prose text={field.description} />
            </div>
          )}
          {field.fields.length > 0 && (
            <div className="mt-1 border-l border-line-2 pl-4">
              <FieldList fields={field.fields} saysRequired={saysRequired} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
