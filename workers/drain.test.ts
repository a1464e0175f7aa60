import { describe, expect, it, vi } from "vitest";
import type { AttemptResult } from "../lib/core/attempt";
import type { Destination } from "../lib/deliveries/destination";
import type { Recording } from "../lib/deliveries/record";
import { LEASE_MARGIN_MS, type Due, type Take } from "../lib/deliveries/take";
import { drain as startDrain, type DrainEffects } from "./drain";
import type { OutgoingCall } from "./egress/exchange";
import { Beginnings } from "./egress/beginnings";
import { Slots } from "./egress/slots";
import { Floor } from "./floor";

const WEBHOOK_ID = "019d2421-4f6e-7000-8000-0000000000aa";
const EPOCH_MS = Date.UTC(2026, 2, 25, 8, 22, 50);
const URL = "https://example.com/hook";

const uuidOf = (number: number) => `019d2421-4f6e-7000-8000-${number.toString(16).padStart(12, "0")}`;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => uuidOf(index));
const turn = () => new Promise((resolve) => setImmediate(resolve));

function resultOf(code: number): AttemptResult {
  const response = { code, headers: [], body: new Uint8Array(), bytes: 0 };
  const isSuccess = code >= 200 && code <= 299;
  const base = { startedAt: new Date(EPOCH_MS), durationMs: 1, phases: {}, response };
  return isSuccess ? base : { ...base, error: "http_status" };
}

/** Until the last result is recorded. */
const drain = async (webhookId: string, effects: DrainEffects) => (await startDrain(webhookId, effects)).rest;

interface Setup {
  due?: number;
  cause?: Due["cause"];
  destination?: Partial<Destination>;
  /** What the receiver does with each call; 200 at the next turn of the event loop if nothing else is said. */
  receive?: (call: OutgoingCall, number: number) => Promise<number>;
  effects?: Partial<DrainEffects>;
}

/** A webhook with some deliveries due, a clock that stands still until a test moves it, and a log of all that happens. */
function makeWorld({ due = 0, cause = "event", destination, receive, effects }: Setup = {}) {
  const world = {
    nowMs: EPOCH_MS,
    isStopping: false,
    destination: {
      accountId: "acc_test",
      webhookId: "wh_test",
      url: URL,
      active: true,
      probeId: null,
      format: "sydx",
      headers: [],
      keys: { secret: "whsec_test" },
      delaysSeconds: [5, 30, 120],
      timeoutMs: 5_000,
      concurrency: 4,
      ratePerSecond: null,
      isOrdered: false,
      ...destination,
    } as Destination | undefined,
    waiting: numbered(due).map((id): Omit<Due, "leasedUntil"> => ({
      id,
      accountId: uuidOf(1),
      eventId: uuidOf(2),
      type: "call.ended",
      timestamp: new Date(EPOCH_MS),
      data: "{}",
      cause,
      attempt: 1,
      failures: 0,
      manual: false,
      orderKey: null,
    })),
    takes: [] as Take[],
    calls: [] as { url: string; deliveryId: string; atMs: number }[],
    inFlight: 0,
    mostInFlight: 0,
    recorded: [] as Recording[],
    /** How many were recorded when it was to be read anew. */
    forgottenAfter: [] as number[],
    released: [] as string[],
  };
  const all: DrainEffects = {
    now: () => new Date(world.nowMs),
    random: () => 0,
    isStopping: () => world.isStopping,
    // A drain that never tires of waiting for what it has sent.
    sleep: () => new Promise(() => undefined),
    isSluggish: () => true,
    floor: new Floor(16),
    slowFloor: new Floor(4),
    slots: new Slots(1_000),
    beginnings: new Beginnings({ max: 1_000, clock: () => 0 }),
    caughtUp: () => undefined,
    bringForward: async () => undefined,
    loadData: async () => "{}",
    takeTurn: () => ({ at: 0 }),
    clock: () => world.nowMs,
    destinationOf: async () => world.destination && { ...world.destination },
    forgetDestination: () => void world.forgottenAfter.push(world.recorded.length),
    async takeDue(take) {
      world.takes.push(take);
      const leasedUntil = new Date(world.nowMs + take.leaseMs);
      return world.waiting.splice(0, take.limit).map((row) => ({ ...row, leasedUntil }));
    },
    async releaseUnsent(unsent) {
      world.released.push(...unsent.map(({ id }) => id));
    },
    async record(recording) {
      world.recorded.push(recording);
    },
    async send(call) {
      const deliveryId = call.headers.find(([name]) => name === "X-Sydx-Delivery-Id")?.[1] ?? "";
      const number = world.calls.push({ url: call.url, deliveryId, atMs: world.nowMs });
      world.mostInFlight = Math.max(world.mostInFlight, ++world.inFlight);
      const code = receive ? await receive(call, number) : await turn().then(() => 200);
      world.inFlight--;
      return resultOf(code);
    },
    ...effects,
  };
  const run = () => drain(WEBHOOK_ID, all);
  return Object.assign(world, { effects: all, run });
}

/** The receiver answers when the test says so. */
function makeGate() {
  const held: ((code: number) => void)[] = [];
  return {
    held,
    receive: () => new Promise<number>((resolve) => held.push(resolve)),
    async answerWhenHeld(count: number, code = 200) {
      await vi.waitFor(() => expect(held).toHaveLength(count), { interval: 1 });
      for (const answer of held.splice(0)) answer(code);
    },
  };
}

const sentOnce = ({ calls }: { calls: { deliveryId: string }[] }) =>
  new Set(calls.map(({ deliveryId }) => deliveryId)).size === calls.length;

describe("a drain", () => {
  it.each([1, 2, 7, 16])("sends everything due, up to %d at once and never more", async (concurrency) => {
    const world = makeWorld({ due: 100, destination: { concurrency } });
    await world.run();
    expect(world.recorded.map(({ deliveryId }) => deliveryId).sort()).toEqual(numbered(100));
    expect(sentOnce(world)).toBe(true);
    expect(world.mostInFlight).toBe(concurrency);
    expect(world.released).toEqual([]);
  });

  it("takes further batches, larger ones while they go quickly, of 256 at the most", async () => {
    const world = makeWorld({ due: 1_000 });
    await world.run();
    const limits = world.takes.map(({ limit }) => limit);
    expect(limits.slice(0, 5)).toEqual([4, 16, 64, 256, 256]);
    expect(Math.max(...limits)).toBe(256);
    expect(world.recorded).toHaveLength(1_000);
  });

  it("begins with two where nobody knows yet whether the receiver answers", async () => {
    const world = makeWorld({ due: 100, effects: { isSluggish: () => false } });
    await world.run();
    expect(world.takes.map(({ limit }) => limit).slice(0, 4)).toEqual([2, 8, 32, 128]);
    expect(world.recorded).toHaveLength(100);
  });

  it("takes smaller batches while they go slowly, always whole numbers and never below its concurrency", async () => {
    const world = makeWorld({
      due: 60,
      destination: { concurrency: 7 },
      receive: async () => {
        await turn();
        world.nowMs += 600;
        if (world.destination) world.destination.concurrency = 2;
        return 200;
      },
    });
    await world.run();
    const limits = world.takes.map(({ limit }) => limit);
    expect(limits.slice(0, 3)).toEqual([7, 3, 2]);
    expect(limits.every(Number.isInteger)).toBe(true);
  });

  it("takes one batch at a time, however many lanes have nothing to do", async () => {
    const world = makeWorld({ due: 200, destination: { concurrency: 16 } });
    const { takeDue } = world.effects;
    let taking = 0;
    let mostAtOnce = 0;
    world.effects.takeDue = async (take) => {
      mostAtOnce = Math.max(mostAtOnce, ++taking);
      // Slower than the receiver, so that all lanes are waiting.
      for (let turns = 0; turns < 5; turns++) await turn();
      taking--;
      return takeDue(take);
    };
    await world.run();
    expect(mostAtOnce).toBe(1);
    expect(world.recorded).toHaveLength(200);
  });

  it("asks for leases that outlive the timeout", async () => {
    const world = makeWorld({ due: 1, destination: { timeoutMs: 30_000 } });
    await world.run();
    expect(world.takes[0]).toEqual({
      webhookId: WEBHOOK_ID,
      active: true,
      probeId: null,
      limit: 4,
      leaseMs: 30_000 + LEASE_MARGIN_MS,
      isOrdered: false,
      ratePerSecond: null,
    });
  });

  it("of nothing due takes once and is over", async () => {
    const world = makeWorld();
    await world.run();
    expect(world.takes).toHaveLength(1);
    expect(world.calls).toEqual([]);
  });

  it("returns only when everything it sent is recorded", async () => {
    const commits: (() => void)[] = [];
    const record = () => new Promise<void>((resolve) => commits.push(resolve));
    const world = makeWorld({ due: 3, effects: { record } });
    let isOver = false;
    const running = world.run().then(() => (isOver = true));
    await vi.waitFor(() => expect(commits).toHaveLength(3), { interval: 1 });
    for (const commit of commits) {
      await turn();
      expect(isOver).toBe(false);
      commit();
    }
    await running;
  });

  it("sends nothing while recording lags behind", async () => {
    let catchUp: () => void = () => undefined;
    let lag: Promise<void> | undefined = new Promise((resolve) => (catchUp = resolve));
    const world = makeWorld({ due: 6, effects: { caughtUp: () => lag } });
    const running = world.run();
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(world.calls).toEqual([]);
    lag = undefined;
    catchUp();
    await running;
    expect(world.recorded).toHaveLength(6);
  });

  it("leaves nothing running once it is over", async () => {
    let sleeps = 0;
    const sleep = async () => {
      sleeps++;
      await turn();
    };
    const world = makeWorld({ due: 3, effects: { sleep } });
    await world.run();
    // One that is being slept may still end.
    for (let turns = 0; turns < 3; turns++) await turn();
    const before = sleeps;
    for (let turns = 0; turns < 20; turns++) await turn();
    expect(sleeps).toBe(before);
  });

  it("doesn't wait for a recording before it sends the next", async () => {
    const commits: (() => void)[] = [];
    const record = () => new Promise<void>((resolve) => commits.push(resolve));
    const world = makeWorld({ due: 20, destination: { concurrency: 1 }, effects: { record } });
    const running = world.run();
    await vi.waitFor(() => expect(commits).toHaveLength(20), { interval: 1 });
    for (const commit of commits) commit();
    await running;
  });
});

describe("what a drain took and may not send any more it gives back:", () => {
  /** Runs until the receiver has been called `after` times, then something happens. */
  async function interrupted(after: number, happen: (world: ReturnType<typeof makeWorld>) => void) {
    const world = makeWorld({
      due: 60,
      receive: async (_call, number) => {
        await turn();
        if (number === after) happen(world);
        return 200;
      },
    });
    await world.run();
    const handled = [...world.recorded.map(({ deliveryId }) => deliveryId), ...world.released];
    expect(new Set(handled).size).toBe(handled.length);
    expect(handled.length + world.waiting.length).toBe(60);
    expect(sentOnce(world)).toBe(true);
    return world;
  }

  it.each<{ what: string; happen: (world: ReturnType<typeof makeWorld>) => void }>([
    {
      what: "the process is told to stop",
      happen: (world) => {
        world.isStopping = true;
      },
    },
    {
      what: "its time slice is over",
      happen: (world) => {
        world.nowMs += 5_000;
      },
    },
    {
      what: "the webhook is paused",
      happen: (world) => {
        if (world.destination) world.destination.active = false;
      },
    },
    {
      what: "the webhook is deleted",
      happen: (world) => {
        world.destination = undefined;
      },
    },
    {
      what: "the timeout is raised beyond what the leases allow",
      happen: (world) => {
        if (world.destination) world.destination.timeoutMs = 30_000;
      },
    },
  ])("$what", async ({ happen }) => {
    // The 16th call is in the middle of the third batch.
    const world = await interrupted(16, happen);
    expect(world.calls.length).toBeGreaterThanOrEqual(16);
    expect(world.calls.length).toBeLessThan(16 + 4);
    expect(world.released.length).toBeGreaterThan(0);
  });

  it("2,000 have been sent", async () => {
    const world = makeWorld({ due: 5_000, destination: { concurrency: 16 } });
    await world.run();
    expect(world.calls.length).toBeGreaterThanOrEqual(2_000);
    expect(world.calls.length).toBeLessThan(2_016);
    expect(world.calls.length + world.released.length + world.waiting.length).toBe(5_000);
  });

  it("a lease would end before the attempt", async () => {
    const takeDue = async ({ limit }: Take): Promise<Due[]> =>
      world.waiting.splice(0, limit).map((row) => ({ ...row, leasedUntil: new Date(world.nowMs + 6_999) }));
    const world = makeWorld({ due: 4, effects: { takeDue } });
    await world.run();
    expect(world.calls).toEqual([]);
    expect(world.released.sort()).toEqual(numbered(4));
  });
});

describe("a change of the webhook takes effect at the next send:", () => {
  it("its URL", async () => {
    const editedAtMs = EPOCH_MS + 1_000;
    const world = makeWorld({
      due: 30,
      destination: { concurrency: 1 },
      receive: async () => {
        await turn();
        world.nowMs += 100;
        if (world.nowMs >= editedAtMs && world.destination) world.destination.url = "https://example.com/new";
        return 200;
      },
    });
    await world.run();
    const late = world.calls.filter(({ atMs }) => atMs >= editedAtMs);
    expect(late.length).toBeGreaterThan(5);
    expect(new Set(late.map(({ url }) => url))).toEqual(new Set(["https://example.com/new"]));
    expect(world.recorded.map(({ url }) => url)).toEqual(world.calls.map(({ url }) => url));
  });

  it("its secret, on headers alone", async () => {
    const signatures: (string | undefined)[] = [];
    const world = makeWorld({
      due: 2,
      destination: { concurrency: 1 },
      receive: async ({ headers }) => {
        signatures.push(headers.find(([name]) => name === "X-Sydx-Signature")?.[1]);
        if (world.destination) world.destination.keys = { secret: "whsec_new" };
        return 200;
      },
    });
    await world.run();
    expect(new Set(signatures).size).toBe(2);
  });
});

describe("a webhook that is", () => {
  it("deleted is sent nothing, and nothing is taken", async () => {
    const world = makeWorld({ due: 5 });
    world.destination = undefined;
    await world.run();
    expect(world.takes).toEqual([]);
    expect(world.calls).toEqual([]);
  });

  it("disabled is sent what is let out as its probe, and nothing else", async () => {
    const world = makeWorld({ due: 2, destination: { active: false, probeId: numbered(2)[0] ?? "" } });
    await world.run();
    expect(world.takes[0]).toMatchObject({ active: false, probeId: numbered(2)[0] });
    expect(world.recorded.map(({ deliveryId }) => deliveryId)).toEqual(numbered(1));
    expect(world.released).toEqual(numbered(2).slice(1));
  });

  it("paused is asked for tests only, and is sent them", async () => {
    const world = makeWorld({ due: 2, cause: "test", destination: { active: false } });
    await world.run();
    expect(world.takes[0]).toMatchObject({ active: false });
    expect(world.calls).toHaveLength(2);
  });

  it("gone (410) is sent nothing more by this drain, and what else was due to it is given back", async () => {
    const world = makeWorld({
      due: 60,
      destination: { concurrency: 1 },
      receive: async (_call, number) => {
        await turn();
        return number === 6 ? 410 : 200;
      },
    });
    await world.run();
    expect(world.calls).toHaveLength(6);
    expect(world.recorded.at(-1)).toMatchObject({ outcome: "failed", failures: 1 });
    expect(world.forgottenAfter).toEqual([6]);
    expect(world.released.length + world.waiting.length).toBe(54);
    expect(world.released.length).toBeGreaterThan(0);
  });
});

describe("an attempt is recorded", () => {
  it.each<{ what: string; code: number; cause: Due["cause"]; failures: number; recording: Partial<Recording> }>([
    { what: "as succeeded", code: 200, cause: "event", failures: 2, recording: { outcome: "succeeded", failures: 2 } },
    {
      what: "with the next delay",
      code: 500,
      cause: "event",
      failures: 1,
      recording: { outcome: "retrying", delayMs: 30_000, failures: 2 },
    },
    { what: "as the last", code: 500, cause: "event", failures: 3, recording: { outcome: "failed", failures: 4 } },
    {
      what: "as the only one of a test, which says nothing about health",
      code: 500,
      cause: "test",
      failures: 0,
      recording: { outcome: "failed", failures: 1, countsForHealth: false },
    },
  ])("$what", async ({ code, cause, failures, recording }) => {
    const world = makeWorld({ due: 1, cause, receive: async () => code });
    for (const row of world.waiting) row.failures = failures;
    await world.run();
    expect(world.recorded).toEqual([
      expect.objectContaining({ deliveryId: uuidOf(0), webhookId: WEBHOOK_ID, attempt: 1, url: URL, ...recording }),
    ]);
  });
});

describe("a drain that breaks", () => {
  it("on taking leaves no lane hanging: it waits for what is under way, records it, then fails", async () => {
    const gate = makeGate();
    const world = makeWorld({ due: 12, receive: gate.receive });
    const takeDue = world.effects.takeDue;
    world.effects.takeDue = (take) =>
      world.takes.length === 0 ? takeDue(take) : Promise.reject(new Error("database away"));
    let hasFailed = false;
    const outcome = world.run().catch((error: unknown) => {
      hasFailed = true;
      return error;
    });
    await vi.waitFor(() => expect(gate.held).toHaveLength(4), { interval: 1 });
    // One lane comes back and finds the database away; three are still under way.
    gate.held.shift()?.(200);
    for (let turns = 0; turns < 5; turns++) await turn();
    expect(hasFailed).toBe(false);
    await gate.answerWhenHeld(3);
    expect(await outcome).toEqual(new Error("database away"));
    expect(world.recorded).toHaveLength(4);
    expect(world.calls).toHaveLength(4);
  });

  it("on the first taking just fails", async () => {
    const world = makeWorld({ due: 4, effects: { takeDue: () => Promise.reject(new Error("database away")) } });
    await expect(world.run()).rejects.toThrow("database away");
    expect(world.calls).toEqual([]);
  });

  it("on reloading the webhook gives back every row it has not sent, and sends none of them", async () => {
    const world = makeWorld({
      due: 60,
      receive: async (_call, number) => {
        await turn();
        if (number === 16) {
          const { destinationOf } = world.effects;
          // Only once: the other lanes could go on, and must not.
          world.effects.destinationOf = () => {
            world.effects.destinationOf = destinationOf;
            return Promise.reject(new Error("database away"));
          };
        }
        return 200;
      },
    });
    await expect(world.run()).rejects.toThrow("database away");
    expect(world.calls.length).toBeLessThan(16 + 4);
    expect(world.recorded).toHaveLength(world.calls.length);
    expect(world.released.length).toBeGreaterThan(0);
    expect(world.recorded.length + world.released.length + world.waiting.length).toBe(60);
    expect(sentOnce(world)).toBe(true);
  });

  it("on giving back has recorded everything by then", async () => {
    const commits: (() => void)[] = [];
    const world = makeWorld({
      due: 4,
      effects: {
        record: () => new Promise((resolve) => commits.push(resolve)),
        releaseUnsent: () => Promise.reject(new Error("database away")),
      },
    });
    let hasFailed = false;
    const outcome = world.run().catch((error: unknown) => {
      hasFailed = true;
      return error;
    });
    await vi.waitFor(() => expect(commits).toHaveLength(4), { interval: 1 });
    await turn();
    expect(hasFailed).toBe(false);
    for (const commit of commits) commit();
    expect(await outcome).toEqual(new Error("database away"));
  });
});

describe("a receiver that hangs", () => {
  /** The first call hangs until it is let go; a drain lingers for no time at all. */
  function makeHanging(setup: Setup) {
    let letGo: () => void = () => undefined;
    const hanging = new Promise<number>((resolve) => (letGo = () => resolve(200)));
    const world = makeWorld({
      ...setup,
      receive: (_call, number) => (number === 1 ? hanging : Promise.resolve(200)),
      effects: { sleep: async () => void (await turn()) },
    });
    return { world, effects: world.effects, letGo: () => letGo() };
  }

  it("holds up neither its drain's end nor the webhook's next deliveries", async () => {
    const { world, effects, letGo } = makeHanging({ due: 2 });
    const first = await startDrain(WEBHOOK_ID, effects);
    expect(first.isComplete).toBe(false);
    expect(effects.slots.held(WEBHOOK_ID)).toBe(1);
    world.waiting.push(...makeWorld({ due: 5 }).waiting.slice(3));
    await (
      await startDrain(WEBHOOK_ID, effects)
    ).rest;
    expect(world.recorded).toHaveLength(3);
    letGo();
    await first.rest;
    expect(world.recorded).toHaveLength(4);
    expect(effects.slots.held(WEBHOOK_ID)).toBe(0);
  });

  it("counts against the webhook's concurrency until it ends, and then wakes who waits", async () => {
    const { world, effects, letGo } = makeHanging({ due: 1, destination: { concurrency: 1 } });
    const first = await startDrain(WEBHOOK_ID, effects);
    world.waiting.push(...makeWorld({ due: 1 }).waiting);
    const takes = world.takes.length;
    const saturated = await startDrain(WEBHOOK_ID, effects);
    await saturated.rest;
    expect(world.takes).toHaveLength(takes);
    const woken = vi.fn();
    effects.slots.onceFree(WEBHOOK_ID, woken);
    letGo();
    await first.rest;
    expect(woken).toHaveBeenCalledOnce();
    await (
      await startDrain(WEBHOOK_ID, effects)
    ).rest;
    expect(world.recorded).toHaveLength(2);
  });
});
