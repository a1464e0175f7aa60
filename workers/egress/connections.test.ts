import { expect, it, onTestFinished } from "vitest";
import type { Connection } from "./connection";
import { Connections } from "./connections";
import { Targets, type Target } from "./target";

const targets = new Targets("local");

function targetOf(url: string): Target {
  const target = targets.of(url);
  if (!target) throw new Error(`${url} may not be called`);
  return target;
}

function makeConnections() {
  const connections = new Connections({ policy: "local", resolve: async () => [] });
  onTestFinished(() => connections.close());
  const open = (origin: string) => {
    const connection = connections.open(targetOf(`${origin}/`));
    connection.openedAt = Date.now();
    return connection;
  };
  return { connections, open };
}

const kept = (all: Connection[]) => all.filter(({ isClosed }) => !isClosed).length;

it("keeps at most 500 idle connections per origin and 1,000 in all", () => {
  const { connections, open } = makeConnections();
  const all = ["http://a.test", "http://b.test", "http://c.test"].map((origin) =>
    Array.from({ length: 600 }, () => open(origin)),
  );
  for (const connection of all.flat()) connections.release(connection);
  expect(all.map(kept)).toEqual([500, 500, 0]);
});

it("lets go of those idle for 15 s, and only of those", () => {
  const { connections, open } = makeConnections();
  const [cold, warm] = [open("http://a.test"), open("http://a.test")];
  connections.release(cold);
  connections.release(warm);
  expect(cold.keepUntil - cold.openedAt).toBeGreaterThanOrEqual(15_000);
  warm.keepUntil = cold.keepUntil + 1;
  connections.prune(cold.keepUntil - 1);
  expect(kept([cold, warm])).toBe(2);
  connections.prune(cold.keepUntil);
  expect(kept([cold])).toBe(0);
  expect(connections.acquire(targetOf("http://a.test/other"))).toBe(warm);
});

it("gives the one used last first", () => {
  const { connections, open } = makeConnections();
  const [first, second] = [open("http://a.test"), open("http://a.test")];
  connections.release(first);
  connections.release(second);
  expect(connections.acquire(targetOf("http://a.test/"))).toBe(second);
});
