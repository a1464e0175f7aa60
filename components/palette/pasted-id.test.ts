import { expect, it } from "vitest";
import { encodeId, ID_PREFIXES, type IdKind } from "@/lib/core/ids";
import { pastedId } from "./pasted-id";

const UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

it.each(["webhook", "delivery", "event", "redelivery"] as const)(
  "knows the id of a %s, with spaces around it",
  (kind) => {
    const id = encodeId(kind, UUID);
    expect(pastedId(` ${id}\n`)).toEqual({ kind, id });
  },
);

it.each(["", "wh_", "dlv_short", "crm", `${encodeId("event", UUID)}x`, encodeId("event", UUID).toUpperCase()])(
  "takes %j for no id",
  (query) => {
    expect(pastedId(query)).toBeUndefined();
  },
);

it("knows of nothing that has no page", () => {
  const known: IdKind[] = ["webhook", "delivery", "event", "redelivery"];
  const others = (Object.keys(ID_PREFIXES) as IdKind[]).filter((kind) => !known.includes(kind));
  for (const kind of others) expect(pastedId(encodeId(kind, UUID))).toBeUndefined();
});
