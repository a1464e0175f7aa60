import { expect, it } from "vitest";
import { Targets } from "./target";

it.each([
  ["https://example.com/hook?a=b", { origin: "https://example.com", port: 443, isTls: true, path: "/hook?a=b" }],
  ["https://example.com:8443/", { origin: "https://example.com:8443", host: "example.com", port: 8443 }],
  ["https://[2606:4700:4700::1111]/", { host: "[2606:4700:4700::1111]", port: 443 }],
])("%s is allowed", (url, target) => {
  expect(new Targets("public").of(url)).toMatchObject(target);
});

it.each(["http://example.com/", "https://example.com:6379/", "https://localhost/", "https://10.0.0.1/", "nonsense"])(
  "%s, allowed when it was stored, is not called where the policy is `public` now",
  (url) => {
    expect(new Targets("public").of(url)).toBeUndefined();
  },
);

it("is parsed once for as long as it is known, and what is known is bounded", () => {
  const targets = new Targets("public");
  const first = targets.of("https://example.com/0");
  expect(targets.of("https://example.com/0")).toBe(first);
  for (let number = 1; number <= 10_000; number++) targets.of(`https://example.com/${number}`);
  expect(targets.of("https://example.com/0")).not.toBe(first);
});
