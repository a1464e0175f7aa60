import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { MASK } from "@/lib/core/authorization";
import type { InspectedRequest } from "@/lib/core/inspector";
import { toCurl } from "./to-curl";

const request: InspectedRequest = {
  ...{ id: "irq_1", receivedAt: "2026-03-25T08:22:50.000Z", method: "PUT", path: "/a?b=1&c=it's", bytes: 2 },
  ...{ isTruncated: false, remoteAddress: "127.0.0.1", answeredStatus: 200, eventType: null, attempt: null },
  headers: [
    ["host", "localhost"],
    ["X-It", "it's $HOME"],
    ["Authorization", MASK],
    ["content-length", "2"],
  ],
  body: "{'a': `1`}",
  bodyEncoding: "utf8",
  deliveryId: null,
  signatures: [],
};

/** What a shell makes of a command, with printf in curl's place. */
const argumentsOf = (command: string) =>
  execFileSync("sh", ["-c", `curl() { printf '%s\\n' "$@"; }\n${command}`])
    .toString()
    .trimEnd()
    .split("\n");

it("is what came, to a shell: no header of the connection, no masked value, nothing expanded", () => {
  expect(argumentsOf(toCurl(request, "http://localhost/inspect/x"))).toEqual([
    ...["-i", "-X", "PUT", "http://localhost/inspect/x/a?b=1&c=it's"],
    ...["-H", "X-It: it's $HOME", "--data-raw", "{'a': `1`}"],
  ]);
});

it("sends bytes that are no text, and no body where there was none", () => {
  const binary = toCurl({ ...request, body: "AP8=", bodyEncoding: "base64", headers: [] }, "http://x");
  expect(binary).toContain("printf %s 'AP8=' | base64 -d | curl");
  expect(toCurl({ ...request, body: "" }, "http://x")).not.toContain("--data-");
});
