/** Runs the app's own preparation, which migrates the database and makes the first account, and passes on its answer. */
import { join } from "node:path";
import { finish, launchNode } from "../child-processes.mjs";
import { Problem } from "../problem.mjs";

/**
 * @param {string} root
 * @param {import("../child-processes.mjs").Environment} env
 * @returns {Promise<{ applied: number, setupToken: string | null }>} `applied`: how many migrations
 * @throws {Problem} with the line it gave
 */
export async function prepareDatabase(root, env) {
  const { code, stdout, output } = await finish(
    launchNode([join(root, "dist/prepare.mjs"), "--json"], { cwd: root, env }),
  );
  const lines = output.trim().split("\n");
  if (code !== 0) throw new Problem(lines.at(-1) || `Preparing the database failed (exit code ${code}).`);
  const answer = parsed(stdout.trim().split("\n").at(-1) ?? "");
  if (!answer) throw new Problem(`Preparing the database gave an answer that makes no sense: ${lines.at(-1)}`);
  return answer;
}

/** @param {string} line */
function parsed(line) {
  try {
    const { applied, setupToken } = JSON.parse(line);
    return { applied: Number(applied), setupToken: typeof setupToken === "string" ? setupToken : null };
  } catch {
    return null;
  }
}
