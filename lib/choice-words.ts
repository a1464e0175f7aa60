/** Says what may be given instead of a value that isn't among a schema's choices, where the schema has no words for it. */
import { z } from "zod";

z.config({
  customError: ({ code, values }) =>
    code === "invalid_value" && Array.isArray(values) ? `Use ${listed(values.map(String))}.` : undefined,
});

function listed(choices: readonly string[]): string {
  const last = choices.at(-1) ?? "";
  return choices.length > 1 ? `${choices.slice(0, -1).join(", ")} or ${last}` : last;
}
