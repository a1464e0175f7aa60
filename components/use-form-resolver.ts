import { useEffect, useState } from "react";
import type { FieldErrors, FieldValues, Resolver } from "react-hook-form";
import type { z } from "zod";
import type { SayProblem } from "@/lib/core/messages/problems";
import { problemWords } from "@/lib/problem-words";

/**
 * Checks a form by a schema; what is wrong is said in the reader's language. The schema is no part of the page: it comes
 * after the form is there. Where it can't be loaded, the server checks alone.
 */
export function useFormResolver<Input extends FieldValues, Output extends FieldValues>(
  load: () => Promise<z.ZodType<Output, Input>>,
): Resolver<Input, unknown, Output> {
  const [checking] = useState(() => once(() => checkedBy(load)));
  useEffect(() => {
    void checking().catch(() => undefined);
  }, [checking]);
  return async (values, context, options) => {
    const check = await checking().catch(() => undefined);
    if (!check) return { values: values as never, errors: {} };
    const result = await check(values, context, options);
    return { ...result, errors: said(result.errors, await problemWords()) } as typeof result;
  };
}

async function checkedBy<Input extends FieldValues, Output extends FieldValues>(
  load: () => Promise<z.ZodType<Output, Input>>,
): Promise<Resolver<Input, unknown, Output>> {
  const [{ zodResolver }, schema] = await Promise.all([import("@hookform/resolvers/zod"), load()]);
  return zodResolver<Input, unknown, Output>(schema as never) as Resolver<Input, unknown, Output>;
}

/** Tried again after it failed. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
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
