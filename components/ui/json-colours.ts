/** JSON in the page's own colours: they hold in both themes. */
import { syntaxTree } from "@codemirror/language";
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

const CLASSES: Record<string, string> = {
  PropertyName: "text-accent",
  String: "text-ok",
  Number: "text-warn",
  True: "text-warn",
  False: "text-warn",
  Null: "text-ink-3",
};

const MARKS = new Map(Object.entries(CLASSES).map(([name, word]) => [name, Decoration.mark({ class: word })]));

export const jsonColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = colour(view);
    }

    update(update: ViewUpdate) {
      const isParsed = syntaxTree(update.startState) !== syntaxTree(update.state);
      if (update.docChanged || update.viewportChanged || isParsed) this.decorations = colour(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);

function colour(view: EditorView): DecorationSet {
  const marks = view.visibleRanges.flatMap(({ from, to }) => {
    const found: ReturnType<Decoration["range"]>[] = [];
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const mark = MARKS.get(node.name);
        if (mark) found.push(mark.range(node.from, node.to));
      },
    });
    return found;
  });
  return Decoration.set(marks, true);
}
