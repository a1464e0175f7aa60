import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import client from "../../docs/generated/client.json";

const folder = mkdtempSync(path.join(os.tmpdir(), "client-"));
afterAll(() => rmSync(folder, { recursive: true }));

const USES = {
  publisher: `try { createPublisher({ url: "http://127.0.0.1:9", apiKey: undefined }) } catch (e) { console.log(e.message) }
    try { await createPublisher({ url: "http://127.0.0.1:9", apiKey: "k", retries: 0 }).publish({ type: "a.b", data: {} }) }
    catch (e) { console.log(e.name, e.status) }`,
  verify: `console.log(verify("{}", {}, { secret: "whsec_x" }).ok)`,
};
const IMPORTS = { publisher: "createPublisher", verify: "verify" };
const SAYS = { publisher: "The option apiKey is missing.\nPublishError null\n", verify: "false\n" };

describe.each(["publisher", "verify"] as const)("%s, copied into an empty project", (name) => {
  it("is taken by the strictest compiler, and by runtimes that only leave types out", () => {
    const file = path.join(folder, `${name}.ts`);
    writeFileSync(file, client[name]);
    const program = ts.createProgram([file], {
      ...{ strict: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, erasableSyntaxOnly: true },
      ...{
        verbatimModuleSyntax: true,
        noEmit: true,
        types: ["node"],
        typeRoots: [path.resolve("node_modules/@types")],
      },
      ...{ target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, lib: ["lib.es2022.d.ts", "lib.dom.d.ts"] },
      moduleResolution: ts.ModuleResolutionKind.Bundler,
    });
    const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => JSON.stringify(messageText));
    expect(problems).toEqual([]);
  });

  it("runs in plain Node as JavaScript", () => {
    writeFileSync(path.join(folder, `${name}.mjs`), client[`${name}.mjs`]);
    const program = `import { ${IMPORTS[name]} } from "./${name}.mjs"; ${USES[name]}`;
    const ran = spawnSync(process.execPath, ["--input-type=module", "-e", program], { cwd: folder, encoding: "utf8" });
    expect(ran.stderr).toBe("");
    expect(ran.stdout).toBe(SAYS[name]);
  });
});
