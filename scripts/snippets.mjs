/** The code of docs/snippets and lib/client as JSON, so that pages show what the tests run, and read no files. */
import { transformSync } from "esbuild";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";

/** @param {string} root writes to docs/generated: `{language: {format: code}}`, and `{name: code}` of lib/client, which has JavaScript beside it */
export function writeSnippets(root) {
  const folder = join(root, "docs/snippets");
  const languages = readdirSync(folder).toSorted();
  const snippets = Object.fromEntries(
    languages.map((language) => {
      const files = readdirSync(join(folder, language)).toSorted();
      return [
        language,
        Object.fromEntries(
          files.map((file) => [basename(file, extname(file)), readFileSync(join(folder, language, file), "utf8")]),
        ),
      ];
    }),
  );
  const client = Object.fromEntries(
    ["publisher", "verify"].flatMap((name) => {
      const code = readFileSync(join(root, `lib/client/${name}.ts`), "utf8");
      return [
        [name, code],
        [`${name}.mjs`, withoutTypes(code)],
      ];
    }),
  );
  mkdirSync(join(root, "docs/generated"), { recursive: true });
  writeFileSync(join(root, "docs/generated/snippets.json"), JSON.stringify(snippets));
  writeFileSync(join(root, "docs/generated/client.json"), JSON.stringify(client));
}

/** @param {string} code TypeScript that opens with a comment @returns JavaScript that opens with the same */
function withoutTypes(code) {
  const opening = code.slice(0, code.indexOf("*/") + 3);
  return opening + transformSync(code, { loader: "ts", target: "es2022", format: "esm" }).code;
}
