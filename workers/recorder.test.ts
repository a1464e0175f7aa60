import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Recording } from "../lib/deliveries/record";
import { testEnvironment } from "../lib/testing/environment";
import { createRecorder } from "./recorder";

Object.assign(process.env, testEnvironment({ databaseUrl: "postgresql://unused", redisUrl: "redis://unused" }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const recordingOf = (deliveryId: string): Recording => ({
  deliveryId,
  accountId: "a",
  webhookId: "w",
  eventType: "call.ended",
  attempt: 1,
  outcome: "succeeded",
  failures: 0,
  format: "sydx",
  url: "https://example.com/",
  requestHeaders: [],
  bodySignature: undefined,
  result: { startedAt: new Date(0), durationMs: 1, phases: {} },
  manual: false,
  countsForHealth: true,
});

/** A database that takes `writeMs` per write, and refuses or breaks as told. */
function makeDatabase({
  writeMs = 0,
  failures = [] as unknown[],
  isRefused = (_id: string): unknown => undefined,
} = {}) {
  const database = { writes: [] as string[][], committed: [] as string[], writing: 0, mostAtOnce: 0 };
  const write = async (recordings: Recording[]) => {
    const ids = recordings.map(({ deliveryId }) => deliveryId);
    database.writes.push(ids);
    database.mostAtOnce = Math.max(database.mostAtOnce, ++database.writing);
    if (writeMs > 0) await new Promise((resolve) => setTimeout(resolve, writeMs));
    database.writing--;
    const failure = failures.shift() ?? ids.map(isRefused).find(Boolean);
    if (failure) throw failure;
    database.committed.push(...ids);
  };
  return Object.assign(database, { recorder: createRecorder(write) });
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `d${index}`);
const sqlError = (code: string) => Object.assign(new Error("refused"), { code });

describe("a recorder", () => {
  it("writes what comes within 10 ms together, and says so to each once it is committed", async () => {
    const { recorder, writes, committed } = makeDatabase();
    const done: string[] = [];
    const all = ["a", "b", "c"].map((id) => recorder.record(recordingOf(id)).then(() => done.push(id)));
    await vi.advanceTimersByTimeAsync(9);
    expect(writes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await Promise.all(all);
    expect(writes).toEqual([["a", "b", "c"]]);
    expect(committed).toEqual(done);
  });

  it("doesn't wait for 10 ms where there is a full batch, and writes together what came meanwhile", async () => {
    const { recorder, writes } = makeDatabase();
    const all = numbered(600).map((id) => recorder.record(recordingOf(id)));
    await Promise.all(all);
    expect(writes.map(({ length }) => length)).toEqual([256, 344]);
    expect(writes.flat()).toEqual(numbered(600));
  });

  it("writes one batch at a time; what comes meanwhile goes with the next", async () => {
    const database = makeDatabase({ writeMs: 50 });
    const all = [];
    for (const id of numbered(20)) {
      all.push(database.recorder.record(recordingOf(id)));
      await vi.advanceTimersByTimeAsync(7);
    }
    await vi.advanceTimersByTimeAsync(200);
    await Promise.all(all);
    expect(database.mostAtOnce).toBe(1);
    expect(database.writes.flat()).toEqual(numbered(20));
    expect(database.writes.length).toBeLessThan(6);
  });

  it("writes one batch at a time even while full batches keep coming", async () => {
    const database = makeDatabase({ writeMs: 50 });
    const all = [];
    for (let batch = 0; batch < 4; batch++) {
      all.push(...numbered(256).map((id) => database.recorder.record(recordingOf(id))));
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.advanceTimersByTimeAsync(500);
    await Promise.all(all);
    expect(database.mostAtOnce).toBe(1);
  });

  it.each([1, 3, 9, 10, 11, 25])("records whatever comes, whenever it comes, with writes of %d ms", async (writeMs) => {
    const { recorder, committed } = makeDatabase({ writeMs });
    const ids = numbered(200);
    const all = [];
    for (const [index, id] of ids.entries()) {
      all.push(recorder.record(recordingOf(id)));
      // Pauses of every length from 0 to 39 ms: a timer may ring before, during and after a write.
      await vi.advanceTimersByTimeAsync((index * 7) % 40);
    }
    await vi.advanceTimersByTimeAsync(100);
    expect(committed).toEqual(ids);
    await Promise.all(all);
  });
});

describe("a write that fails", () => {
  it.each([
    ["a broken connection", Object.assign(new Error("gone"), { code: "ECONNRESET" })],
    ["a database that is restarting", sqlError("57P03")],
    ["a deadlock", sqlError("40P01")],
    ["an error without a code", new Error("timeout")],
  ])("for %s is tried again until it succeeds", async (_, error) => {
    const { recorder, writes, committed } = makeDatabase({ failures: Array<unknown>(8).fill(error) });
    let isDone = false;
    const recorded = recorder.record(recordingOf("a")).then(() => (isDone = true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(isDone).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    await recorded;
    expect(writes).toEqual(Array(9).fill(["a"]));
    expect(committed).toEqual(["a"]);
  });

  it("is tried with growing pauses, of 2 s at the most", async () => {
    const { recorder, writes } = makeDatabase({ failures: Array<unknown>(1_000).fill(new Error("away")) });
    void recorder.record(recordingOf("a"));
    await vi.advanceTimersByTimeAsync(5_000);
    const soFar = writes.length;
    expect(soFar).toBeLessThan(10);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(writes.length - soFar).toBe(10);
  });

  it("holds up what comes after it, and loses none of it", async () => {
    const { recorder, committed } = makeDatabase({ failures: Array<unknown>(5).fill(new Error("away")) });
    const all = [recorder.record(recordingOf("a"))];
    await vi.advanceTimersByTimeAsync(100);
    all.push(recorder.record(recordingOf("b")));
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(committed).toEqual(["a", "b"]);
  });

  it.each(["22021", "23505"])("for one row's data (SQLSTATE %s) takes no other row along", async (code) => {
    const isRefused = (id: string) => (id === "d37" ? sqlError(code) : undefined);
    const { recorder, committed, writes } = makeDatabase({ isRefused });
    const all = numbered(100).map((id) => recorder.record(recordingOf(id)));
    await vi.advanceTimersByTimeAsync(10);
    await Promise.all(all);
    expect(committed).toEqual(numbered(100).filter((id) => id !== "d37"));
    expect(writes.length).toBeLessThan(20);
    const next = recorder.record(recordingOf("next"));
    await vi.advanceTimersByTimeAsync(10);
    await next;
    expect(committed).toContain("next");
  });

  it("for two rows' data, on a connection that breaks as well, loses those two only", async () => {
    const isRefused = (id: string) => (id === "d0" || id === "d9" ? sqlError("22021") : undefined);
    const failures = [undefined, new Error("gone"), undefined, new Error("gone")];
    const { recorder, committed } = makeDatabase({ isRefused, failures });
    const all = numbered(10).map((id) => recorder.record(recordingOf(id)));
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(committed).toEqual(numbered(10).slice(1, 9));
  });
});

describe("flushed()", () => {
  it("is at once where nothing waits", async () => {
    await makeDatabase().recorder.flushed();
  });

  it("writes without waiting, and resolves when all is committed", async () => {
    const { recorder, committed } = makeDatabase();
    void recorder.record(recordingOf("a"));
    await recorder.flushed();
    expect(committed).toEqual(["a"]);
  });

  it("waits for the write under way and for what came during it", async () => {
    const { recorder, committed } = makeDatabase({ writeMs: 50 });
    void recorder.record(recordingOf("a"));
    await vi.advanceTimersByTimeAsync(20);
    void recorder.record(recordingOf("b"));
    const flushed = recorder.flushed().then(() => [...committed]);
    await vi.advanceTimersByTimeAsync(200);
    expect(await flushed).toEqual(["a", "b"]);
  });

  it("waits for a database that is away", async () => {
    const { recorder, committed } = makeDatabase({ failures: [new Error("away"), new Error("away")] });
    void recorder.record(recordingOf("a"));
    const flushed = recorder.flushed();
    await vi.advanceTimersByTimeAsync(5_000);
    await flushed;
    expect(committed).toEqual(["a"]);
  });
});

describe("recording that lags behind", () => {
  it("asks for patience while more waits than one write takes, and no longer", async () => {
    const { recorder, writes } = makeDatabase({ writeMs: 20 });
    expect(recorder.caughtUp()).toBeUndefined();
    for (const id of numbered(2_500)) void recorder.record(recordingOf(id));
    let hasCaughtUp = false;
    void recorder.caughtUp()?.then(() => (hasCaughtUp = true));
    await vi.advanceTimersByTimeAsync(21);
    expect(hasCaughtUp).toBe(false);
    await vi.advanceTimersByTimeAsync(40);
    expect(hasCaughtUp).toBe(true);
    expect(recorder.caughtUp()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(100);
    await recorder.flushed();
    expect(writes.flat()).toHaveLength(2_500);
  });
});
