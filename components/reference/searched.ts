/** The API reference as the documentation's search reads it: a section an operation, and one a shape. */
import type { SearchedSection } from "@/components/docs/search";
import type { ReferenceField, ReferenceGroup } from "@/lib/api/reference";

export function searchedReference(groups: readonly ReferenceGroup[]): SearchedSection[] {
  const shapes = new Map<string, SearchedSection>();
  const operations = groups.flatMap(({ slug, name, operations: its, shapes: named }) => {
    const page = `API: ${name}`;
    for (const shape of named) {
      const text = [shape.description, textOf(shape.fields)].join(" ").trim();
      const section = `Shape ${shape.name}`;
      if (!shapes.has(shape.name))
        shapes.set(shape.name, { href: `/docs/api/${slug}#${shape.name}`, page, section, text });
    }
    return its.map(({ id, method, path, summary, description, parameters, body, answers }) => ({
      href: `/docs/api/${slug}#${id}`,
      page,
      section: `${method.toUpperCase()} ${path}`,
      text: [
        `${summary}.`,
        description.replaceAll("`", ""),
        textOf(parameters),
        textOf(body?.fields ?? []),
        ...answers.map(({ type, fields }) => `${type} ${textOf(fields)}`),
      ].join(" "),
    }));
  });
  return [...operations, ...shapes.values()];
}

/** Fields of which nothing is said are listed; the others have a sentence each. */
const textOf = (fields: readonly ReferenceField[]): string =>
  fields
    .map(({ name, description, fields: inner }) =>
      [description ? `${name}: ${description.replaceAll("`", "")}` : `${name},`, textOf(inner)]
        .filter(Boolean)
        .join(" "),
    )
    .join(" ");
