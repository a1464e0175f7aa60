import { Fragment } from "react";

/** Paragraphs, and `code` in them: all that the API's descriptions are made of. */
export function Prose({ text }: { text: string }) {
  return text.split("\n\n").map((paragraph) => (
    <p key={paragraph} className="max-w-prose wrap-anywhere">
      {paragraph.split("`").map((part, index) => {
        const key = `${index}${part}`;
        if (index % 2 === 0) return <Fragment key={key}>{part}</Fragment>;
        return (
          <code key={key} className="font-mono text-[0.92em]">
            {part}
          </code>
        );
      })}
    </p>
  ));
}
