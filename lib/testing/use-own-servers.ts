/** Before each file of database tests: the variables that lead to the servers of its worker. */
import { z } from "zod";
import { ENVIRONMENTS } from "./own-servers";

const environmentsSchema = z.array(z.record(z.string(), z.string()));

const all = environmentsSchema.parse(JSON.parse(process.env[ENVIRONMENTS] ?? "[]"));
const own = all[Number(process.env["VITEST_POOL_ID"]) - 1];
if (!own) throw new Error(`vitest's worker ${process.env["VITEST_POOL_ID"]} has no servers`);
Object.assign(process.env, own);
