/** The OpenAPI document as somebody reads it: operations by heading, fields with their types in words, a curl for each. */
import { makeDocument, type OpenApiDocument } from "./document";

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
  /** @param origin where the product is reached, like `https://hooks.example.com` */
  curl: (origin: string) => string;
}

/** What several answers are made of. */
export interface ReferenceShape {
  name: string;
  description: string;
  fields: ReferenceField[];
}

export interface ReferenceGroup {
  /** Behind `/docs/api/`. */
  slug: string;
  name: string;
  description: string;
  operations: ReferenceOperation[];
  /** Those that its operations name, and that these name in turn. */
  shapes: ReferenceShape[];
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
  oneOf?: Schema[];
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

let made: ReferenceGroup[] | undefined;

/** Made once: nothing in it depends on who asks. */
export const apiReference = (): readonly ReferenceGroup[] => (made ??= referenceOf(makeDocument("")));

export function referenceOf(document: OpenApiDocument): ReferenceGroup[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const told = item[method] as unknown as Told | undefined;
      return told ? [{ method, path, told }] : [];
    }),
  );
  return (document.tags ?? []).map(({ name, description = "" }) => {
    const places = operations.filter(({ told }) => told.tags[0] === name);
    return {
      ...{ slug: name.toLowerCase().replaceAll(" ", "-"), name, description },
      operations: places.map((place) => operationOf(place, schemas)),
      shapes: shapesOf(places, schemas),
    };
  });
}

/** By their names; a body is written out where it is taken, so only what it is made of is among them. */
function shapesOf(places: readonly Place[], schemas: Record<string, Schema>): ReferenceShape[] {
  const named = places.flatMap(({ told: { requestBody, responses } }) => [
    ...refsIn(resolved(requestBody?.content["application/json"]?.schema ?? {}, schemas)),
    ...Object.entries(responses).flatMap(([status, { content }]) => (Number(status) < 400 ? refsIn(content) : [])),
  ]);
  const names = new Set(named);
  // A set gives what is added to it on the way, too.
  for (const name of names) for (const inner of refsIn(schemas[name])) names.add(inner);
  return [...names]
    .toSorted((one, other) => one.localeCompare(other))
    .map((name) => {
      const schema = schemas[name] ?? {};
      return { name, description: schema.description ?? "", fields: fieldsOf(schema, schemas) };
    });
}

const refsIn = (part: unknown) =>
  [...(JSON.stringify(part) ?? "").matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = ""]) => name);

interface Place {
  method: string;
  path: string;
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
    curl: (origin) => curlOf(place, origin),
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
  const { properties, required = [], items, anyOf, oneOf } = resolved(schema, schemas);
  if (items) return fieldsInside(items, schemas);
  const alternatives = anyOf ?? oneOf;
  if (alternatives) return joined(alternatives.map((one) => fieldsInside(one, schemas)).filter(hasAny));
  return Object.entries(properties ?? {}).map(([name, field]) => ({
    name,
    type: typeOf(field, schemas),
    isRequired: required.includes(name),
    description: field.description ?? "",
    fields: fieldsInside(field, schemas),
  }));
}

const hasAny = (fields: readonly ReferenceField[]) => fields.length > 0;

/** The fields of alternatives, each once: with all it can be, and required where it is in every one. */
function joined(alternatives: readonly ReferenceField[][]): ReferenceField[] {
  const fields = alternatives.flat();
  return unique(fields.map(({ name }) => name)).map((name) => {
    const its = fields.filter((field) => field.name === name);
    const types = unique(its.flatMap(({ type }) => type.split(" or ")));
    return {
      name,
      type: types.join(types.every((type) => type.startsWith('"')) ? " | " : " or "),
      isRequired: its.length === alternatives.length && its.every(({ isRequired }) => isRequired),
      description: unique(its.map(({ description }) => description)).join("\n\n"),
      fields: its.flatMap((field) => field.fields),
    };
  });
}

const unique = (texts: readonly string[]) => [...new Set(texts)].filter(Boolean);

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
  if (its.type === "array")
    return `list of ${its.items ? typeOf(its.items, schemas).replaceAll(" or ", " | ") : "anything"}`;
  if (its.format === "date-time") return "timestamp";
  return its.type ?? "anything";
}

function boundsOf({ minimum, maximum }: Schema): string {
  const isOfUse = (bound: number | undefined) => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (isOfUse(minimum) && isOfUse(maximum)) return ` from ${minimum} to ${maximum}`;
  return "";
}

/** What stands for a parameter is a variable of the shell: curl takes braces for a choice of addresses. */
const variableOf = (parameter: string) =>
  parameter === "name" ? "$EVENT_TYPE" : `$${parameter.replaceAll(/[A-Z]/g, "_$&").toUpperCase()}`;

function curlOf({ method, path, told }: Place, origin: string): string {
  const [example] = Object.values(told.requestBody?.content["application/json"]?.examples ?? {});
  const address = `${origin}/api/v1${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => variableOf(name))}`;
  return [
    `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}"${address}"`,
    ...(told.security?.length === 0 ? [] : ['-H "Authorization: Bearer $WEBHOOKS_API_KEY"']),
    ...(example
      ? ['-H "Content-Type: application/json"', `-d '${JSON.stringify(example.value).replaceAll("'", `'\\''`)}'`]
      : []),
  ].join(" \\\n  ");
}
