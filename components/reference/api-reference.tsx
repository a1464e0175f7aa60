import type { ReferenceGroup, ReferenceShape } from "@/lib/api/reference";
import { FieldList } from "./field-list";
import { Method, Operation } from "./operation";
import { Prose } from "./prose";

interface Props {
  about: string;
  groups: readonly ReferenceGroup[];
  shapes: readonly ReferenceShape[];
}

/** The whole API on one page, so that the browser's own search finds everything. */
export function ApiReference({ about, groups, shapes }: Props) {
  return (
    <div className="grid gap-8 lg:grid-cols-[240px_minmax(0,1fr)]">
      <nav
        aria-label="Operations"
        className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-auto"
      >
        {groups.map(({ name, operations }) => (
          <div key={name} className="mb-4">
            <a href={`#${name.toLowerCase()}`} className="text-sm font-semibold hover:underline">
              {name}
            </a>
            <ul>
              {operations.map(({ id, method, summary }) => (
                <li key={id}>
                  <a href={`#${id}`} className="flex gap-2 py-1 text-sm text-ink-2 hover:text-ink hover:underline">
                    <span aria-hidden className="w-12 shrink-0 pt-px">
                      <Method method={method} />
                    </span>
                    {summary}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="flex min-w-0 flex-col gap-10">
        <div className="flex flex-col gap-3">
          <Prose text={about} />
        </div>
        {groups.map(({ name, description, operations }) => (
          <section key={name} aria-labelledby={name.toLowerCase()} className="flex flex-col gap-6">
            <header>
              <h2 id={name.toLowerCase()} className="scroll-mt-6 text-lg font-semibold">
                {name}
              </h2>
              <p className="text-ink-2">{description}</p>
            </header>
            {operations.map((operation) => (
              <Operation key={operation.id} operation={operation} />
            ))}
          </section>
        ))}
        <section aria-labelledby="shapes" className="flex flex-col gap-6">
          <h2 id="shapes" className="scroll-mt-6 text-lg font-semibold">
            Shapes
          </h2>
          {shapes.map(({ name, fields }) => (
            <section key={name} aria-labelledby={name} className="rounded-lg border bg-panel p-4">
              <h3 id={name} className="mb-2 scroll-mt-6 font-mono text-base font-semibold">
                {name}
              </h3>
              <FieldList fields={fields} />
            </section>
          ))}
        </section>
      </div>
    </div>
  );
}
