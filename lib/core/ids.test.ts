import { describe, expect, it } from "vitest";
import { seededRandom } from "../testing/random";
import { decodeId, encodeId, ID_PREFIXES, uuidFloor, uuidV7, type IdKind } from "./ids";

const KINDS = Object.keys(ID_PREFIXES) as IdKind[];
const NOW = Date.UTC(2026, 2, 25, 8, 22, 50, 254);

const zeros = new Uint8Array(10);
const ones = new Uint8Array(10).fill(0xff);
const uuids = [
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "019d2421-4f6e-7000-8000-000000000001",
  uuidV7(NOW, ones),
];

describe("encodeId and decodeId", () => {
  it.each(KINDS)("give a uuid back unchanged through an id of kind %s", (kind) => {
    for (const uuid of uuids) expect(decodeId(kind, encodeId(kind, uuid))).toBe(uuid);
  });

  it("write 26 characters of lower-case Crockford base32 after the prefix", () => {
    for (const uuid of uuids) expect(encodeId("webhook", uuid)).toMatch(/^wh_[0-7][0-9a-hjkmnp-tv-z]{25}$/);
    expect(encodeId("event", "00000000-0000-0000-0000-000000000021")).toBe("evt_00000000000000000000000011");
  });

  it("keep the order of uuids", () => {
    const { seed, int } = seededRandom();
    const made = Array.from({ length: 500 }, () => {
      const random = Uint8Array.from({ length: 10 }, () => int(256));
      return uuidV7(NOW + int(100), random);
    }).sort();
    const ids = made.map((uuid) => encodeId("delivery", uuid));
    expect([...ids].sort(), `seed ${seed}`).toEqual(ids);
  });

  const valid = encodeId("webhook", "019d2421-4f6e-7000-8000-000000000001");
  it.each([
    ["another kind's prefix", encodeId("event", "019d2421-4f6e-7000-8000-000000000001")],
    ["no prefix", valid.slice(3)],
    ["a prefix in capitals", valid.replace("wh_", "WH_")],
    ["capitals", `wh_${valid.slice(3).toUpperCase()}`],
    ["a character outside the alphabet (u)", `${valid.slice(0, -1)}u`],
    ["look-alikes (i, l, o)", `${valid.slice(0, -3)}ilo`],
    ["a character of two code units", `${valid.slice(0, -2)}🚀`],
    ["one character less", valid.slice(0, -1)],
    ["one character more", `${valid}0`],
    ["a blank behind", `${valid} `],
    ["a bare uuid", "019d2421-4f6e-7000-8000-000000000001"],
    ["more than 128 bits", "wh_80000000000000000000000000"],
    ["nothing", ""],
  ])("refuse %s", (_, id) => {
    expect(decodeId("webhook", valid)).toBeDefined();
    expect(decodeId("webhook", id)).toBeUndefined();
  });
});

describe("uuidV7", () => {
  it.each([
    ["zeros", zeros],
    ["ones", ones],
  ])("says version 7 and variant 10 (RFC 9562) over random bytes that are all %s", (_, random) => {
    expect(uuidV7(NOW, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("holds the time in its first 48 bits, and every other random bit as given", () => {
    expect(uuidV7(0x0123456789ab, ones)).toBe("01234567-89ab-7fff-bfff-ffffffffffff");
    expect(uuidV7(0x0123456789ab, zeros)).toBe("01234567-89ab-7000-8000-000000000000");
  });

  it("sorts by time, whatever the random bytes", () => {
    expect(uuidV7(NOW, ones) < uuidV7(NOW + 1, zeros)).toBe(true);
  });
});

describe("uuidFloor", () => {
  it("stands after ids made before the instant and before ids made at it", () => {
    const floor = uuidFloor(new Date(NOW));
    expect(floor).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-0000-0000-000000000000$/);
    expect(uuidV7(NOW - 1, ones) < floor).toBe(true);
    expect(floor < uuidV7(NOW, zeros)).toBe(true);
  });

  it("of an instant before 1970 stands before all ids", () => {
    expect(uuidFloor(new Date("0001-01-01T00:00:00Z"))).toBe("00000000-0000-0000-0000-000000000000");
  });
});
