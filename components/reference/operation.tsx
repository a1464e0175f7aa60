import type { ReactNode } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import type { ReferenceAnswer, ReferenceOperation } from "@/lib/api/reference";
import { FieldList } from "./field-list";
import { Method } from "./method";
import { Prose } from "./prose";

/** One operation: what it does, what it takes and gives, and how to call it. */
export function Operation({ operation, origin }: { operation: ReferenceOperation; origin: string }) {
  const { id, method, path, summary, description, parameters, body, answers, errors, curl } = operation;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-4 rounded-lg border bg-panel p-4">
      <header className="flex flex-col gap-2">
        <h2 id={id} className="scroll-mt-16 text-base font-semibold">
          {summary}
        </h2>
        <p className="flex flex-wrap items-center gap-2 font-mono text-sm wrap-anywhere">
          <Method method={method} /> {path}
        </p>
        <div className="flex flex-col gap-2 text-sm">
          <Prose text={description} />
        </div>
      </header>
      <CodeBlock code={curl(origin)} label={`curl for: ${summary}`} title="curl" copy wrap />
      {parameters.length > 0 && (
        <Part title="Parameters">
          <FieldList fields={parameters} saysRequired />
        </Part>
      )}
      {body && (
        <Part title="Body">
          <FieldList fields={body.fields} saysRequired />
          <Examples of={`Body of: ${summary}`} examples={body.examples} />
        </Part>
      )}
      {answers.map((answer) => (
        <Answer key={answer.status} answer={answer} of={summary} />
      ))}
      <Part title="Errors">
        <ul className="flex flex-col gap-1 text-sm">
          {errors.map(({ status, description: when }) => (
            <li key={status} className="flex gap-3">
              <span className="font-mono">{status}</span>
              <div className="min-w-0 text-ink-2">
                <Prose text={when} />
              </div>
            </li>
          ))}
        </ul>
      </Part>
    </section>
  );
}

function Answer({ answer, of }: { answer: ReferenceAnswer; of: string }) {
  const { status, description, type, fields, examples } = answer;
  return (
    <Part title={`Answer ${status}`}>
      <p className="text-sm text-ink-2">
        {description}
        {type && fields.length === 0 && (
          <>
            {" "}
            <a className="font-mono underline" href={`#${type}`}>
              {type}
            </a>
          </>
        )}
      </p>
      <Examples of={`Answer ${status} of: ${of}`} examples={examples} />
      {fields.length > 0 && <FieldList fields={fields} />}
    </Part>
  );
}

function Examples({ of, examples }: { of: string; examples: ReferenceOperation["answers"][number]["examples"] }) {
  return examples.map(({ summary, text }) => (
    <CodeBlock key={summary} code={text} label={`${of}: ${summary}`} title={summary} copy />
  ));
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      {children}
    </div>
  );
}
