import { expect, it } from "vitest";
import { pathWithin } from "./path-within";

it.each(["/settings/webhooks", "/settings/webhooks/logs?webhook=wh_1#a"])("%s is a path of this site", (path) => {
  expect(pathWithin(path)).toBe(path);
});

it.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/a"],
])("%j is none", (next) => {
  expect(pathWithin(next)).toBeUndefined();
});
