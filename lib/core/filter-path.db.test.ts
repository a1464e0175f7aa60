import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { closeDb, pool } from "../db";
import { eventData, filters } from "../testing/filters";
import { matches } from "./filter-matching";
import { filterPath } from "./filter-path";

afterAll(closeDb);

it("a filter has the same answer in Postgres as in lib/core, for any filter and any data", async () => {
  const cases = fc.sample(fc.tuple(filters, eventData), 4_000);
  const { rows } = await pool().query<{ number: number; answer: boolean }>(
    `SELECT number::int, data::jsonb @@ path::jsonpath IS TRUE AS answer
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS t (data, path, number) ORDER BY number`,
    [cases.map(([, data]) => JSON.stringify(data)), cases.map(([filter]) => filterPath(filter))],
  );
  const differing = cases.filter(([filter, data], index) => matches(filter, data) !== rows[index]?.answer);
  expect(differing[0], JSON.stringify(differing[0])).toBeUndefined();
  // Both answers are met often, or the comparison says little.
  const yes = rows.filter(({ answer }) => answer).length;
  expect(yes).toBeGreaterThan(400);
  expect(yes).toBeLessThan(3_600);
});
