/** How far minutes have been summed, for tests with a clock of their own: as it was before, afterwards. */
import { pool } from "../db";

export async function foldedFrom<Result>(mark: Date, act: () => Promise<Result>): Promise<Result> {
  const { rows } = await pool().query<{ at: Date }>("SELECT folded_until AS at FROM rollup_progress");
  const set = (at: Date | undefined) => pool().query("UPDATE rollup_progress SET folded_until = $1", [at]);
  await set(mark);
  try {
    return await act();
  } finally {
    await set(rows[0]?.at);
  }
}
