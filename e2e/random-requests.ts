/** Requests drawn from an operation's schemas: most values nearly right, some of another kind altogether. */
import type { Random } from "../lib/testing/random";
import type { Called, Document, Sent } from "./contract";

interface Schema {
  $ref?: string;
  type?: string;
  enum?: [unknown, ...unknown[]];
  anyOf?: [Schema, ...Schema[]];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  minimum?: number;
  maximum?: number;
}

const TEXTS: [string, ...string[]] = [
  "",
  " ",
  "a",
  "contact.created",
  "call.*",
  "*",
  "test.ping",
  "data.contact",
  "http://127.0.0.1:1/hook",
  "https://127.0.0.1:1/webhook",
  "http://169.254.169.254/",
  "2026-03-25T08:22:50.254Z",
  "9999-12-31T23:59:59.999Z",
  "0001-01-01T00:00:00+23:59",
  "wh_01kmhagkve0008000000000001",
  "evt_x",
  "AAAAAAAAAAAAAAAAAAAAAA",
  "null",
  "1",
  "-1",
  "1e9",
  "503",
  "é🚀",
  "\u0000",
  "\ud800",
  "%00",
  "a,b,,c",
  "__proto__",
  "../../etc/passwd",
  "' OR 1=1 --",
  "x".repeat(300),
  "x".repeat(70_000),
];
const LONGEST_BODY = 6 * 1024 * 1024;
const NUMBERS: [number, ...number[]] = [0, 1, -1, 2, 50, 200, 201, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308];
const HEADER_TEXTS: [string, ...string[]] = ["", "a", "a b", "*", '"x"', 'W/"x"', "é", "x".repeat(256), "order-4711"];
const CONTENT_TYPES: [string, ...string[]] = ["application/json; charset=utf-8", "text/plain", "application/xml", ""];
const BROKEN: [string, ...string[]] = ["", "{", "[]", "null", "7", '"x"', '{"a":1,}', `${"[".repeat(100_000)}`];

export interface RequestMaker {
  /** @param ids of things that there are, by the name of their parameter */
  next(operation: Called, ids: Record<string, string>): Sent;
}

export function requestMaker(random: Random, document: Document): RequestMaker {
  const chance = (percent: number) => random.int(100) < percent;
  const schemas = (document.components as { schemas: Record<string, Schema> }).schemas;

  function junk(depth: number): unknown {
    return random.pick<() => unknown>([
      () => null,
      () => chance(50),
      () => random.pick(NUMBERS),
      () => random.pick(TEXTS),
      () => (depth > 3 ? [] : Array.from({ length: random.int(4) }, () => junk(depth + 1))),
      () => (depth > 3 ? {} : { [random.pick(TEXTS)]: junk(depth + 1), data: junk(depth + 1) }),
    ])();
  }

  function valueOf(schema: Schema, depth = 0): unknown {
    // A filter holds filters: somewhere it has to end.
    if (chance(8) || depth > 8) return junk(depth);
    if (schema.$ref) return valueOf(schemas[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)] ?? {}, depth);
    if (schema.enum) return random.pick(schema.enum);
    if (schema.anyOf) return valueOf(random.pick(schema.anyOf), depth);
    switch (schema.type) {
      case "object":
        return objectOf(schema, depth);
      case "array":
        return Array.from({ length: chance(3) && depth < 3 ? 1_100 : random.int(4) }, () =>
          valueOf(schema.items ?? {}, depth + 1),
        );
      case "integer":
      case "number":
        return random.pick([schema.minimum ?? 0, schema.maximum ?? 1, (schema.maximum ?? 1) + 1, random.pick(NUMBERS)]);
      case "boolean":
        return chance(50);
      case "null":
        return null;
      default:
        return random.pick(TEXTS);
    }
  }

  function objectOf({ properties = {}, required = [], additionalProperties }: Schema, depth: number): object {
    const fields = Object.entries(properties).filter(([name]) => chance(required.includes(name) ? 95 : 35));
    const more = typeof additionalProperties === "object" || additionalProperties === true ? random.int(3) : 0;
    const inner = typeof additionalProperties === "object" ? additionalProperties : {};
    return Object.fromEntries([
      ...fields.map(([name, schema]) => [name, valueOf(schema, depth + 1)] as const),
      ...Array.from({ length: more }, () => [random.pick(TEXTS), valueOf(inner, depth + 1)] as const),
      ...(chance(3) ? [[random.pick(TEXTS), junk(depth)] as const] : []),
    ]);
  }

  const textOf = (value: unknown) => (Array.isArray(value) ? value.join(",") : String(value));
  // A path of the API keeps its shape: what would be resolved or cut away goes another way.
  const segment = (text: string) => encodeURIComponent(text.toWellFormed().slice(0, 300)).replace(/^\.*$/, "x");

  return {
    next({ method, path, parameters, body }, ids) {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        segment(chance(75) ? (ids[name] ?? "x") : random.pick(TEXTS)),
      );
      const query = new URLSearchParams();
      const headers: Record<string, string> = {};
      for (const { name, in: place, schema } of parameters) {
        if (place === "query" && chance(35)) query.append(name, textOf(valueOf(schema)).toWellFormed().slice(0, 300));
        if (place === "header" && chance(35)) headers[name] = random.pick(HEADER_TEXTS);
      }
      if (chance(3)) query.append(random.pick(["odd", "limit", "cursor"]), "1");
      if (body && chance(4)) headers["Content-Type"] = random.pick(CONTENT_TYPES);
      const isSent = body && chance(95);
      const drawn = isSent ? (chance(6) ? random.pick(BROKEN) : JSON.stringify(valueOf(body.schema))) : undefined;
      // Of a body beyond all measure the product reads some MiB and hangs up: there is no answer to look at.
      const text = drawn && drawn.length > LONGEST_BODY ? random.pick(BROKEN) : drawn;
      return { method, path: `${filled}${query.size > 0 ? `?${query}` : ""}`, headers, body: text };
    },
  };
}
