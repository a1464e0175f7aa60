/** Holds values against the schemas of an OpenAPI document. Stricter than it: no field may be there that it doesn't tell of. */
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const DOCUMENT = "document";

export interface SchemaChecker {
  /** What doesn't fit, in words; empty where all does. */
  problemsOf: (schema: unknown, value: unknown) => string[];
}

/** @param document may have `$ref`s to its own components */
export function schemaChecker(document: object): SchemaChecker {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const closed = closeObjects(structuredClone(document));
  ajv.addSchema({ $id: DOCUMENT, components: (closed as { components?: object }).components });
  return {
    problemsOf(schema, value) {
      const validate = ajv.compile(pointInto(closeObjects(structuredClone(schema))) as object);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
      );
    },
  };
}

/** Objects with named fields, and no word about others, have no others. */
function closeObjects(schema: unknown): unknown {
  return walk(schema, (object) =>
    typeof object["properties"] === "object" && object["type"] === "object" && !("additionalProperties" in object)
      ? { ...object, additionalProperties: false }
      : object,
  );
}

const pointInto = (schema: unknown): unknown =>
  walk(schema, (object) =>
    typeof object["$ref"] === "string" ? { ...object, $ref: `${DOCUMENT}${object["$ref"]}` } : object,
  );

function walk(value: unknown, change: (object: Record<string, unknown>) => object): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (typeof value !== "object" || value === null) return value;
  return change(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, change)])));
}
