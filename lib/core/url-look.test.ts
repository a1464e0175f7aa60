import { describe, expect, it } from "vitest";
import { checkDestination } from "./address";
import { DESTINATION_POLICIES } from "./destination-policy";
import { hintsFor, problemAsTyped } from "./url-look";

describe("a URL as it is typed", () => {
  it.each([
    ["https://example.com/hook", undefined],
    ["https://8.8.8.8/hook", undefined],
    ["", "incomplete"],
    ["example.com/hook", "incomplete"],
    ["https://", "incomplete"],
    ["http://example.com/", "scheme"],
    ["ftp://example.com/", "scheme"],
    ["https://jane:secret@example.com/", "credentials"],
    ["https://example.com/a b", "characters"],
    ["https://example.com/#part", "fragment"],
    ["https://example.com:22/", "port"],
    ["https://example.com:5432/", "port"],
    ["https://localhost/", "blocked"],
    ["https://crm.internal/", "blocked"],
    ["https://10.0.0.7/", "blocked"],
    ["https://0x7f.1/", "blocked"],
    ["https://172.31.255.255/", "blocked"],
    ["https://172.32.0.0/", undefined],
    [`https://example.com/${"a".repeat(2048)}`, "tooLong"],
  ] as const)("%s: %s", (url, problem) => {
    expect(problemAsTyped(url, "public")).toBe(problem);
  });

  it.each([
    ["http://localhost:3000/", undefined],
    ["http://10.0.0.7/", undefined],
    ["http://169.254.169.254/", "blocked"],
    ["http://metadata.google.internal/", "blocked"],
  ] as const)("for development, %s: %s", (url, problem) => {
    expect(problemAsTyped(url, "local")).toBe(problem);
  });

  it("is never refused where the server would take it", () => {
    const hosts = ["1.1.1.1", "100.100.100.200", "192.168.0.1", "[::1]", "[2606:4700::1111]", "a.b", "host", "x.test"];
    const schemes = ["http", "https"];
    const rests = ["", ":80/", ":443/x?y=1", ":8080/", ":6379", "/#a"];
    for (const policy of DESTINATION_POLICIES) {
      for (const url of schemes.flatMap((s) => hosts.flatMap((h) => rests.map((r) => `${s}://${h}${r}`)))) {
        if (checkDestination(url, policy).ok) expect([url, problemAsTyped(url, policy)]).toEqual([url, undefined]);
      }
    }
  });
});

describe("what is worth a thought", () => {
  const OURS = "https://hooks.acme.example";

  it.each([
    ["https://example.com/hook", []],
    ["http://crm.example.com/", ["http"]],
    ["http://127.0.0.1:3000/", ["loopback"]],
    ["https://localhost/", ["loopback"]],
    ["https://n8n.acme.example/webhook-test/7c1e", ["n8nTest"]],
    ["https://n8n.acme.example/webhook/7c1e", []],
    ["https://example.com/?access_token=abc", ["secret"]],
    ["https://example.com/?monkey=abc", []],
    [`${OURS}/inspect/abc`, ["inspector"]],
    [`${OURS}/other`, []],
  ])("of %s: %j", (url, hints) => {
    expect(hintsFor(new URL(url), OURS)).toEqual(hints);
  });
});
