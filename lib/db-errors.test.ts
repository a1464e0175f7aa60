import { describe, expect, it } from "vitest";
import { isUnavailable } from "./db-errors";

/** As Prisma 7 gives what it has no code for. */
const fromAdapter = (code: string) =>
  Object.assign(new Error("Database error."), {
    code: "P2039",
    meta: { driverAdapterError: new Error("DriverAdapterError", { cause: { kind: "postgres", code } }) },
  });

describe("a database that is away", () => {
  it.each([
    ["refuses connections", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["is starting up, says pg", Object.assign(new Error("starting up"), { code: "57P03" })],
    ["is starting up, says Prisma", fromAdapter("57P03")],
    ["was stopped, says Prisma", fromAdapter("57P01")],
    ["gave up a transaction in a deadlock", Object.assign(new Error("write conflict"), { code: "P2034" })],
    ["hung up", new Error("Connection terminated unexpectedly")],
  ])("is known as such when it %s", (_, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([
    ["a unique violation", fromAdapter("23505")],
    ["a mistake", new TypeError("undefined is not a function")],
  ])("is not confused with %s", (_, error) => {
    expect(isUnavailable(error)).toBe(false);
  });
});
