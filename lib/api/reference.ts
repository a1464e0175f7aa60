/** The OpenAPI document as somebody reads it: operations by heading, fields with their types in words, a curl for each. */
import type { OpenApiDocument } from "./document";

export interface ReferenceField {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
  fields: ReferenceField[];
}

export interface ReferenceExample {
  summary: string;
  text: string;
}

export interface ReferenceAnswer {
  status: string;
  description: string;
  /** In words; a shape's name where it has one. Empty where there is no body. */
  type: string;
  fields: ReferenceField[];
  examples: ReferenceExample[];
}

export interface ReferenceOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: (ReferenceField & { place: string })[];
  body: { fields: ReferenceField[]; examples: ReferenceExample[] } | undefined;
  answers: ReferenceAnswer[];
  errors: { status: string; description: string }[];
  curl: string;
}

/** What several answers are made of. */
export interface ReferenceShape {
  name: string;
  fields: ReferenceField[];
}

export interface ReferenceGroup {
  name: string;
  description: string;
  operations: ReferenceOperation[];
}

const METHODS = ["get", "post", "patch", "delete"] as const;

/** What is read of a JSON Schema. */
interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  prefixItems?: Schema[];
  anyOf?: Schema[];
  minimum?: number;
  maximum?: number;
  default?: unknown;
}

interface Content {
  schema?: Schema;
  examples?: Record<string, { summary: string; value: unknown }>;
}

interface Told {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security?: unknown[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { description: string; content?: Record<string, Content> }>;
}

/** @param base where the API is reached, like `https://hooks.example.com/api/v1` */
export function referenceOf(document: OpenApiDocument, base: string): ReferenceGroup[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const told = item[method] as unknown as Told | undefined;
      return told ? [{ group: told.tags[0], operation: operationOf({ method, path, base, told }, schemas) }] : [];
    }),
  );
  return (document.tags ?? []).map(({ name, description = "" }) => ({
    name,
    description,
    operations: operations.filter(({ group }) => group === name).map(({ operation }) => operation),
  }));
}

/** Those that something refers to by name. */
export function shapesOf(document: OpenApiDocument): ReferenceShape[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const operations = Object.values(document.paths ?? {}).flatMap((item) => METHODS.map((method) => item[method]));
  const referring = JSON.stringify([schemas, operations.map((operation) => operation?.responses)]);
  return Object.entries(schemas)
    .filter(([name]) => referring.includes(`"#/components/schemas/${name}"`))
    .map(([name, schema]) => ({ name, fields: fieldsOf(schema, schemas) }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

interface Place {
  method: string;
  path: string;
  base: string;
  told: Told;
}

function operationOf(place: Place, schemas: Record<string, Schema>): ReferenceOperation {
  const { method, path, told } = place;
  const contentOf = (content: Record<string, Content> = {}) => ({
    fields: fieldsOf(content["application/json"]?.schema, schemas),
    examples: examplesOf(content["application/json"]),
  });
  const responses = Object.entries(told.responses);
  return {
    ...{ id: told.operationId, method, path, summary: told.summary, description: told.description ?? "" },
    parameters: (told.parameters ?? []).map(({ name, in: place, required = false, description = "", schema }) => ({
      ...{ name, place, description, isRequired: required, fields: [] },
      type: typeOf(schema, schemas),
    })),
    body: told.requestBody && contentOf(told.requestBody.content),
    answers: responses
      .filter(([status]) => Number(status) < 400)
      .map(([status, { description, content = {} }]) => {
        const { schema } = content["application/json"] ?? {};
        const examples = examplesOf(content["application/json"]);
        const fields = schema?.$ref === undefined ? fieldsOf(schema, schemas) : [];
        return { status, description, type: schema ? typeOf(schema, schemas) : "", fields, examples };
      }),
    errors: responses
      .filter(([status]) => Number(status) >= 400)
      .map(([status, { description }]) => ({ status, description })),
    curl: curlOf(place),
  };
}

const examplesOf = ({ examples = {} }: Content = {}): ReferenceExample[] =>
  Object.values(examples).map(({ summary, value }) => ({ summary, text: JSON.stringify(value, null, 2) }));

/** A `$ref` and what it leads to, its own words first. */
function resolved(schema: Schema, schemas: Record<string, Schema>): Schema {
  const { $ref, ...own } = schema;
  const target = $ref === undefined ? undefined : schemas[$ref.slice($ref.lastIndexOf("/") + 1)];
  return target ? { ...resolved(target, schemas), ...own } : own;
}

/** Of an object, of what a list holds, or of those of several shapes that have any. */
function fieldsOf(schema: Schema | undefined, schemas: Record<string, Schema>): ReferenceField[] {
  if (!schema) return [];
  const { properties, required = [], items, anyOf } = resolved(schema, schemas);
  if (items) return fieldsInside(items, schemas);
  if (anyOf) return anyOf.flatMap((one) => fieldsInside(one, schemas));
  return Object.entries(properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field, schemas),
    isRequired: required.includes(name),
    description: resolved(field, schemas).description ?? "",
    fields: fieldsInside(field, schemas),
  }));
}

/** A shape that has a name is told by its name. */
const fieldsInside = (schema: Schema, schemas: Record<string, Schema>) =>
  schema.$ref === undefined ? fieldsOf(schema, schemas) : [];

function typeOf(schema: Schema, schemas: Record<string, Schema>): string {
  if (schema.$ref !== undefined) return schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1);
  const its = resolved(schema, schemas);
  const type = plainTypeOf(its, schemas) + boundsOf(its);
  return its.default === undefined || its.default === null ? type : `${type}, default ${JSON.stringify(its.default)}`;
}

function plainTypeOf(its: Schema, schemas: Record<string, Schema>): string {
  if (its.enum) return its.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (its.const !== undefined) return JSON.stringify(its.const);
  if (its.anyOf) return its.anyOf.map((one) => typeOf(one, schemas)).join(" or ");
  if (its.prefixItems) return `[${its.prefixItems.map((item) => typeOf(item, schemas)).join(", ")}]`;
  if (its.type === "array") return `list of ${its.items ? typeOf(its.items, schemas) : "anything"}`;
  if (its.format === "date-time") return "timestamp";
  return its.type ?? "anything";
}

function boundsOf({ minimum, maximum }: Schema): string {
  const isOfUse = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (isOfUse(minimum) && isOfUse(maximum)) return ` from ${minimum} to ${maximum}`;
  return "";
}

function curlOf({ method, path, base, told }: Place): string {
  const [example] = Object.values(told.requestBody?.content["application/json"]?.examples ?? {});
  const address = `${base}${path.replaceAll(/\{(\w+)Id\}/g, (_, name: string) => `$${name.toUpperCase()}_ID`)}`;
  return [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"${address}"`,
    ...(told.security?.length === 0 ? [] : ['-H "Authorization: Bearer $WEBHOOKS_API_KEY"']),
    ...(example
      ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(example.value).replaceAll("'", `'\\''`)}'`]
      : []),
  ].join(" \\\n  ");
}
