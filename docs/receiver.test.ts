import { spawn, type ChildProcess } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { FORMAT_NAMES, type FormatName } from "../lib/core/formats";
import type { SigningKeys } from "../lib/core/formats/format";
import { headersOf, KEYS, OTHER_SECRET, requestOf } from "../lib/testing/outgoing";
import { waitUntil } from "../lib/testing/wait";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill();
});

async function startReceiver(env: Record<string, string>) {
  const child = spawn(process.execPath, ["docs/receiver.mjs", "0"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  await waitUntil("the receiver listens", () => printed.includes("/webhook\n"), 10_000);
  const url = /http\S+/.exec(printed)?.[0].replace("localhost", "127.0.0.1") ?? "";
  return {
    printed: () => printed,
    /** @returns the status of its answer */
    async get(format: FormatName, keys: SigningKeys = KEYS, change = (body: string) => body) {
      const request = requestOf(format, {}, keys);
      return (await fetch(url, { method: "POST", headers: headersOf(request), body: change(request.body) })).status;
    },
  };
}

const signed = FORMAT_NAMES.filter((format) => format !== "sidecar");
const forged: SigningKeys = { secret: OTHER_SECRET, authorization: "Bearer guessed" };

describe("the documented receiver", () => {
  it("accepts what is genuine in every format, and refuses what was signed with another secret", async () => {
    const receiver = await startReceiver({ WEBHOOK_SECRET: KEYS.secret, WEBHOOK_AUTHORIZATION: KEYS.authorization });
    for (const format of FORMAT_NAMES) {
      expect([format, await receiver.get(format), await receiver.get(format, forged)]).toEqual([format, 200, 401]);
    }
    expect(receiver.printed().match(/✓ genuine \S+ evt_/g)).toHaveLength(FORMAT_NAMES.length);
  });

  it("refuses a body that was changed on its way", async () => {
    const receiver = await startReceiver({ WEBHOOK_SECRET: KEYS.secret });
    const statuses = signed.map((format) => receiver.get(format, KEYS, (body) => body.replace(":", ": ")));
    expect(await Promise.all(statuses)).toEqual(signed.map(() => 401));
  });

  it("accepts both secrets while one is being rotated", async () => {
    const rotating = { secret: OTHER_SECRET, previousSecret: KEYS.secret };
    for (const secret of [KEYS.secret, OTHER_SECRET]) {
      const receiver = await startReceiver({ WEBHOOK_SECRET: secret });
      expect(await Promise.all(signed.map((format) => receiver.get(format, rotating)))).toEqual(signed.map(() => 200));
    }
  });

  it("that knows no Authorization value takes nothing without a signature", async () => {
    const receiver = await startReceiver({ WEBHOOK_SECRET: KEYS.secret });
    expect(await receiver.get("sidecar", { ...KEYS, authorization: "undefined" })).toBe(401);
  });
});
