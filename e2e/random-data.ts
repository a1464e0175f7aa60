/** Event data of every shape that could trip a receiver that parses and stringifies again. The same seed, the same data. */
import { seededRandom } from "../lib/testing/random";

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

const LONGEST = 200 * 1024;
const TEXTS = [
  "",
  "é",
  "🚀 emoji",
  "\u2028\u2029",
  'quote " and \\ slash /',
  "\t\n\r",
  "日本語",
  "<b>&amp;</b>",
  "\u007f",
];

export function randomData(seed: number, count: number): Record<string, Value>[] {
  const { int: pick } = seededRandom(seed);

  function value(depth: number): Value {
    switch (pick(depth > 6 ? 5 : 7)) {
      case 0:
        return null;
      case 1:
        return pick(2) === 0;
      case 2:
        return [0, 1, -1.5, 1e21, 1e-7, 0.1 + 0.2, 2 ** 53, 123456789.123][pick(8)] ?? 0;
      case 3:
      case 4:
        return TEXTS[pick(TEXTS.length)] ?? "";
      case 5:
        return Array.from({ length: pick(4) }, () => value(depth + 1));
      default:
        return record(depth + 1);
    }
  }

  function record(depth: number): Record<string, Value> {
    const entries = Array.from({ length: pick(6) }, () => {
      const key = pick(5) < 2 ? String(pick(100)) : (TEXTS[pick(TEXTS.length)] ?? "") + pick(10);
      return [key, value(depth)] as const;
    });
    return Object.fromEntries(entries);
  }

  return Array.from({ length: count }, (_, index) => {
    const data = record(0);
    if (index % 100 === 0) data["long"] = "ü".repeat(LONGEST / 2);
    if (index % 100 === 1) data["deep"] = Array.from({ length: 50 }).reduce<Value>((inner) => [inner], {});
    return data;
  });
}
