import type { ReferenceGroup } from "@/lib/api/reference";
import { FieldList } from "./field-list";
import { Operation } from "./operation";
import { OperationIndex } from "./operation-index";
import { Prose } from "./prose";

interface Props {
  group: ReferenceGroup;
  /** Where the product is reached, for the curls. */
  origin: string;
}

/** One group of the API's operations, with the shapes that they name. */
export function GroupPage({ group: { name, description, operations, shapes }, origin }: Props) {
  return (
    <div className="xl:grid xl:grid-cols-[minmax(0,1fr)_13rem] xl:gap-8">
      <div className="flex min-w-0 flex-col gap-8">
        <header>
          <h1 className="text-xl font-semibold">API: {name}</h1>
          <p className="mt-1 max-w-prose text-lg text-ink-2">{description}</p>
          <nav aria-label="Operations">
            <OperationIndex operations={operations} />
          </nav>
        </header>
        {operations.map((operation) => (
          <Operation key={operation.id} operation={operation} origin={origin} />
        ))}
        {shapes.length > 0 && (
          <section aria-labelledby="shapes" className="flex flex-col gap-6">
            <h2 id="shapes" className="scroll-mt-16 text-lg font-semibold">
              Shapes
            </h2>
            {shapes.map((shape) => (
              <section key={shape.name} aria-labelledby={shape.name} className="rounded-lg border bg-panel p-4">
                <h3 id={shape.name} className="mb-2 scroll-mt-16 font-mono text-base font-semibold">
                  {shape.name}
                </h3>
                {shape.description && <Prose text={shape.description} />}
                <FieldList fields={shape.fields} />
              </section>
            ))}
          </section>
        )}
      </div>
      <nav
        aria-label="On this page"
        className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] self-start overflow-y-auto xl:block"
      >
        <p className="pb-1 text-xs font-medium text-ink-3">On this page</p>
        <ul className="flex flex-col gap-1 text-sm">
          {operations.map(({ id, summary }) => (
            <li key={id}>
              <a href={`#${id}`} className="rounded-sm text-ink-2 hover:text-ink hover:underline">
                {summary}
              </a>
            </li>
          ))}
          {shapes.length > 0 && (
            <li>
              <a href="#shapes" className="rounded-sm text-ink-2 hover:text-ink hover:underline">
                Shapes
              </a>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}
