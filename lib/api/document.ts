/** The OpenAPI 3.1 document, made from the operations and the schemas that the routes themselves parse by. */
import { z } from "zod";
import {
  createDocument,
  type createSchema,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS, MAX_EVENT_BYTES } from "../core/event";
import { MAX_LIMIT } from "../core/page";
import { STATUS_OF, type ErrorCode } from "../core/errors";
import { errorSchema } from "../core/error-schema";
import { errorExample, errorsOf } from "./errors-of";
import { GROUPS, type Example, type Operation } from "./operation";
import { OPERATIONS } from "./registry";

const JSON_TYPE = "application/json";
const SECURITY = "apiKey";

const ABOUT = `Publish events; every subscribed webhook gets them, signed, again and again until its receiver has taken them.

Bodies are JSON in UTF-8. Timestamps are ISO 8601 in UTC, field names camelCase, ids prefixed. Lists answer
\`{"data": […], "nextCursor"}\`; read on with \`?cursor=\`. Errors are \`{"error": {"code", "message", "fields"?}}\`.

Every answer has an \`X-Request-Id\`: yours, if it is 1 to 100 letters, digits, \`.\`, \`_\` or \`-\`. What an API key may send is
told by \`RateLimit-Limit\`, \`RateLimit-Remaining\`, \`RateLimit-Reset\` (seconds) and \`RateLimit-Policy\`, as in
draft-ietf-httpapi-ratelimit-headers-06.

A body may have ${MAX_EVENT_BYTES / 1024} KiB, one of a batch ${MAX_BATCH_BYTES / 1024 / 1024} MiB and ${MAX_BATCH_EVENTS.toLocaleString("en")} events; a page of a list ${MAX_LIMIT} entries. An
answer of 413 or 429 says that a limit is reached.`;

export type OpenApiDocument = ReturnType<typeof createDocument>;
type SchemaObject = ReturnType<typeof createSchema>["schema"];
type ParameterObject = Extract<NonNullable<ZodOpenApiOperationObject["parameters"]>[number], { in: string }>;

/** @param origin where the product is reached, like `https://hooks.example.com`; empty for the document's own origin */
export function makeDocument(origin: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: operationObject(operation) };
  }
  return createDocument(
    {
      openapi: "3.1.0",
      info: { title: "Outbound Webhooks", version: "1", description: ABOUT },
      servers: [{ url: `${origin}/api/v1` }],
      security: [{ [SECURITY]: [] }],
      tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
      paths,
      components: {
        securitySchemes: {
          [SECURITY]: { type: "http", scheme: "bearer", description: "An API key: `Authorization: Bearer ow_…`." },
        },
      },
    },
    {
      allowEmptySchema: { custom: true },
      override: ({ jsonSchema, io }) => {
        // Answers may get more fields some day, and nobody's client is to break by that.
        if (io === "output" && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
        // A constant tells them apart, so that one of them is any of them; readers know fewer ways to say it.
        if (jsonSchema.oneOf) {
          jsonSchema.anyOf = jsonSchema.oneOf;
          delete jsonSchema.oneOf;
        }
        // Zod's own way of checking what the format says.
        if (jsonSchema.format === "date-time") delete jsonSchema.pattern;
        if (isAnyString(jsonSchema.propertyNames)) delete jsonSchema.propertyNames;
      },
    },
  );
}

const isAnyString = (schema: unknown) => JSON.stringify(schema) === '{"type":"string"}';

function operationObject(operation: Operation): ZodOpenApiOperationObject {
  const { id, group, summary, description, scope, params, query, headers, body } = operation;
  const needs = scope && `Needs the scope \`${scope}\`.`;
  const parameters = Object.entries((query?.shape ?? {}) as Record<string, z.ZodType>);
  const lists = parameters.filter(([, schema]) => isCommaSeparated(schema));
  const single = parameters.filter(([, schema]) => !isCommaSeparated(schema));
  return {
    operationId: id,
    tags: [group],
    summary,
    description: [description, needs].filter(Boolean).join("\n\n"),
    ...(scope ? {} : { security: [] }),
    requestParams: {
      ...(params ? { path: params } : {}),
      query: z.object(Object.fromEntries(single)),
      ...(headers ? { header: headers } : {}),
    },
    parameters: lists.map(([name, schema]) => listParameter(name, schema)),
    ...(body
      ? {
          requestBody: {
            required: !body.isOptional,
            content: { [JSON_TYPE]: { schema: body.schema, examples: body.examples } },
          },
        }
      : {}),
    responses: { ...answersOf(operation), ...refusalsOf(operation) },
  };
}

const unwrapped = (schema: z.ZodType) => (schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema);
const isCommaSeparated = (schema: z.ZodType) => unwrapped(schema).meta()?.["isCommaSeparated"] === true;

function listParameter(name: string, schema: z.ZodType): ParameterObject {
  const { $schema: _, isCommaSeparated: __, ...array } = z.toJSONSchema(unwrapped(schema), { io: "output" });
  const description = schema.description;
  return {
    ...{ name, in: "query", required: false, style: "form", explode: false },
    ...(description ? { description } : {}),
    schema: array as SchemaObject,
  };
}

const REQUEST_ID = { description: "Names this request in our log." };

function answersOf({ answers }: Operation) {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, texts, examples = {}, headers = {} }]) => [
      status,
      {
        description,
        headers: { "X-Request-Id": stringHeader(REQUEST_ID.description), ...mapValues(headers, stringHeader) },
        ...(schema ? { content: { [JSON_TYPE]: { schema, examples } } } : {}),
        ...(texts ? { content: mapValues(texts, textContent) } : {}),
      },
    ]),
  );
}

function refusalsOf(operation: Operation) {
  const byStatus = new Map<number, { code: ErrorCode; when: string }[]>();
  for (const [code, when] of errorsOf(operation)) {
    byStatus.set(STATUS_OF[code], [...(byStatus.get(STATUS_OF[code]) ?? []), { code, when }]);
  }
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, codes]) => [
        status,
        {
          description: codes.map(({ when }) => when).join(" "),
          headers: {
            "X-Request-Id": stringHeader(REQUEST_ID.description),
            ...(status === 429 || status === 503
              ? { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" as const, minimum: 1 } } }
              : {}),
          },
          content: {
            [JSON_TYPE]: {
              schema: errorSchema,
              examples: Object.fromEntries(
                codes.map(({ code, when }): [string, Example] => [
                  code,
                  { summary: code, value: errorExample(code, when) },
                ]),
              ),
            },
          },
        },
      ]),
  );
}

const textContent = (value: string) => ({
  schema: { type: "string" as const },
  examples: { text: { summary: "Its beginning", value } },
});

const stringHeader = (description: string) => ({ description, schema: { type: "string" as const } });

const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
