import { describe, expect, it } from "vitest";
import { sampleDelivery } from "@/lib/api/samples";
import type { DeliveriesPage, Delivery } from "@/lib/core/delivery";
import { merged } from "./queries";

const delivery = (id: string, status: Delivery["status"] = "succeeded"): Delivery => ({
  ...sampleDelivery,
  id,
  status,
});
const page = (ids: string[], nextCursor: string | null = "older"): DeliveriesPage => ({
  data: ids.map((id) => delivery(id)),
  nextCursor,
  prevCursor: null,
  searchedTo: null,
});
const idsOf = ({ data }: DeliveriesPage) => data.map(({ id }) => id);

describe("what a stream tells", () => {
  it("comes on top of the first page, newest first", () => {
    expect(idsOf(merged(page(["c", "b"]), [delivery("d"), delivery("e")], true))).toEqual(["e", "d", "c", "b"]);
  });

  it("changes what stands there, on any page, and moves nothing", () => {
    const now = merged(page(["c", "b"]), [delivery("b", "failed"), delivery("d")], false);
    expect(now.data.map(({ id, status }) => [id, status])).toEqual([
      ["c", "succeeded"],
      ["b", "failed"],
    ]);
  });

  it("of rows that belong on an older page adds none", () => {
    expect(idsOf(merged(page(["c", "b"]), [delivery("a")], true))).toEqual(["c", "b"]);
    expect(idsOf(merged(page(["c", "b"], null), [delivery("a")], true))).toEqual(["c", "b", "a"]);
  });

  it("doesn't grow without end", () => {
    const told = Array.from({ length: 1_000 }, (_, i) => delivery(`d${String(i).padStart(4, "0")}`));
    const { data } = merged(page(["c", "b"]), told, true);
    expect(data).toHaveLength(250);
    expect(data[0]?.id).toBe("d0999");
  });
});
