/** Before each file of database tests: the variables that lead to the servers of its worker. */
import { inject } from "vitest";

const id = process.env["VITEST_POOL_ID"];
const own = inject("environments")[Number(id) - 1];
if (!own) throw new Error(`vitest's worker ${id} has no servers`);
Object.assign(process.env, own);
