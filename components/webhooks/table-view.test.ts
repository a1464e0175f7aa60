import { expect, it } from "vitest";
import { orderAfter, readOrder } from "./table-view";

it("a click on another column sorts by it, numbers and times from the greatest on", () => {
  expect(orderAfter("-number", "title")).toBe("title");
  expect(orderAfter("title", "hits")).toBe("-hits");
});

it("a click on the same column turns it round", () => {
  expect(orderAfter("title", "title")).toBe("-title");
  expect(orderAfter("-title", "title")).toBe("title");
});

it("an order says its column and its direction", () => {
  expect(readOrder("-lastHit")).toEqual({ key: "lastHit", descending: true });
  expect(readOrder("health")).toEqual({ key: "health", descending: false });
});
