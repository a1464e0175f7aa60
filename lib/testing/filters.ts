/** Random filters, and data that they often have something to say about. */
import fc from "fast-check";
import { EQUALITY_OPS, ORDER_OPS, type Filter } from "../core/filter";
import type { Json } from "../core/json";

const keys = fc.constantFrom("a", "b", "c-d", "0", "type");
const words = fc.constantFrom("", "a", "ab", 'a"b', "a\\b", "a.b", "é", "🚀", "\uffee", "$x", "a\nb", "Ab");
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.1, 1e21, -1e-7, 5e-324, 1.7976931348623157e308, 0.30000000000000004, -0),
);
const scalars = fc.oneof(words, numbers, fc.boolean(), fc.constant(null));

const paths = fc.array(keys, { minLength: 1, maxLength: 3 }).map((parts) => `data.${parts.join(".")}`);

const conditions: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ path: paths, op: fc.constantFrom(...EQUALITY_OPS), value: scalars }),
  fc.record({ path: paths, op: fc.constantFrom(...ORDER_OPS), value: fc.oneof(words, numbers) }),
  fc.record({ path: paths, op: fc.constant("in" as const), value: fc.array(scalars, { minLength: 1, maxLength: 4 }) }),
  fc.record({ path: paths, op: fc.constant("contains" as const), value: scalars }),
  fc.record({ path: paths, op: fc.constant("startsWith" as const), value: words }),
  fc.record({ path: paths, op: fc.constant("exists" as const), value: fc.boolean() }),
);

export const filters = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    conditions,
    fc.record({ all: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("filter"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("filter") }),
  ),
})).filter;

const values = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalars,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(keys, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

/** As a publisher's JSON gives it: there is no −0. */
export const eventData: fc.Arbitrary<Record<string, Json>> = fc
  .dictionary(keys, values, { maxKeys: 5, noNullPrototype: true })
  .map((data) => JSON.parse(JSON.stringify(data)) as Record<string, Json>);
