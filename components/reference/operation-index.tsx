import { Link } from "@/components/ui/link";
import type { ReferenceOperation } from "@/lib/api/reference";
import { Method } from "./method";

interface Props {
  operations: readonly ReferenceOperation[];
  /** Where they are told of; without it, further down on this page. */
  page?: string;
}

/** Operations by method and path. On another page than theirs, each line has the operation's anchor. */
export function OperationIndex({ operations, page }: Props) {
  return (
    <ul className="my-3 divide-y divide-line-2 rounded-lg border bg-panel">
      {operations.map(({ id, method, path, summary }) => (
        <li key={id} id={page === undefined ? undefined : id} className="scroll-mt-16 target:bg-accent-soft">
          <Link
            href={`${page ?? ""}#${id}`}
            className="group flex gap-3 px-4 py-2 text-sm hover:bg-fill focus-visible:-outline-offset-2"
          >
            <span className="w-16 shrink-0">
              <Method method={method} />
            </span>
            <span className="grid min-w-0 flex-1 gap-x-4 sm:grid-cols-2">
              <code className="font-mono wrap-anywhere group-hover:underline">{path}</code>
              <span className="text-ink-2">{summary}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
