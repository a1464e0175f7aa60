import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { makeDocument } from "./document";
import { OPERATIONS } from "./registry";
import { schemaChecker } from "../testing/schema-checker";

const document = makeDocument("");
const checker = schemaChecker(document);
const ROUTES = "app/api/v1";
/** For signed-in people only: no API key may make or revoke API keys, or manage people. */
const FOR_THE_DASHBOARD = [
  "get /api-keys",
  "post /api-keys",
  "delete /api-keys/{apiKeyId}",
  "get /members",
  "patch /members/{memberId}",
  "delete /members/{memberId}",
  "get /invites",
  "post /invites",
  "delete /invites/{inviteId}",
  "get /audit-log",
  "get /account",
  "patch /account",
  "patch /account/profile",
  "post /account/password",
  "post /account/switch",
  "get /account/sessions",
  "delete /account/sessions",
];
const THE_DOCUMENT_ITSELF = "get /openapi.json";

/** `get /events/{eventId}` of every method that a route file takes. */
function routes(): string[] {
  const files = readdirSync(ROUTES, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("route.ts"));
  return files.flatMap((file) => {
    const place = path.dirname(file).replaceAll(/\[(\w+)\]/g, "{$1}");
    const [, taken = ""] = /= methods\(\{(.*)\}\)/.exec(readFileSync(path.join(ROUTES, file), "utf8")) ?? [];
    return [...taken.matchAll(/(\w+):/g)].map(([, method = ""]) => `${method.toLowerCase()} /${place}`);
  });
}

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document) as unknown as Record<string, unknown>);
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, "3.1"]);
  });

  it("tells of every route, and of nothing else", () => {
    const told = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    const there = routes().filter((route) => !FOR_THE_DASHBOARD.includes(route) && route !== THE_DOCUMENT_ITSELF);
    expect(told.toSorted()).toEqual(there.toSorted());
  });

  it("names no operation twice", () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives every shape a name of its own", () => {
    expect(Object.keys(document.components?.schemas ?? {}).filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual(
      [],
    );
  });
});

describe.each(OPERATIONS.map((operation) => [operation.id, operation] as const))("%s", (_, operation) => {
  const told = document.paths?.[operation.path]?.[operation.method];

  it("has the parameters of its path", () => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(operation.params?.shape ?? {})).toEqual(inPath);
  });

  it("says what each parameter is for", () => {
    for (const { name, description } of (told?.parameters ?? []) as { name: string; description?: string }[]) {
      expect(description, name).toEqual(expect.any(String));
    }
  });

  it("has an example of every body, and each fits its schema", () => {
    const contents: { schema?: unknown; examples?: object }[] = [
      told?.requestBody,
      ...Object.values(told?.responses ?? {}),
    ].flatMap((part) => (part && "content" in part ? Object.values(part.content ?? {}) : []));
    for (const { schema, examples } of contents) {
      expect(Object.keys(examples ?? {}).length).toBeGreaterThan(0);
      for (const [name, example] of Object.entries(examples ?? {})) {
        expect(checker.problemsOf(schema, (example as { value: unknown }).value), name).toEqual([]);
      }
    }
  });
});
