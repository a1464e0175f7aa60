import { zodResolver } from "@hookform/resolvers/zod";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import type { SayProblem } from "@/lib/core/messages/problems";
import { problemWords } from "@/lib/problem-words";

/** Checks a form by a schema; what is wrong is said in the reader's language. */
export function formResolver<Input extends FieldValues, Output extends FieldValues>(
  schema: z.ZodType<Output, Input>,
): Resolver<Input, unknown, Output> {
  const resolve = zodResolver<Input, unknown, Output>(schema as never) as Resolver<Input, unknown, Output>;
  return async (values, context, options) => {
    const result = await resolve(values, context, options);
    return { ...result, errors: said(result.errors, await problemWords()) } as typeof result;
  };
}

/** The same tree of errors, its messages said anew; `ref` is an element of the page. */
function said<Errors extends FieldErrors>(errors: Errors, say: SayProblem): Errors {
  const entries = Object.entries(errors).map(([key, value]: [string, unknown]) => {
    if (key === "message" && typeof value === "string") return [key, say(value)];
    if (key === "ref" || typeof value !== "object" || value === null) return [key, value];
    return [
      key,
      Array.isArray(value)
        ? value.map((entry: FieldErrors | undefined) => entry && said(entry, say))
        : said(value as FieldErrors, say),
    ];
  });
  return Object.fromEntries(entries) as Errors;
}
