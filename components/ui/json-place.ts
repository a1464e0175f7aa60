/** Where in a JSON text a path like `data.tags[2].name` leads. */
import type { syntaxTree } from "@codemirror/language";

export type JsonTree = ReturnType<typeof syntaxTree>;
type Node = JsonTree["topNode"];

export interface Place {
  from: number;
  to: number;
}

/**
 * @param tree of the text, as the JSON parser of the editor has it
 * @param root the path's first word, which stands for the whole text
 * @returns the value that the path names; where it is missing, the beginning of what should hold it
 */
export function placeOf(tree: JsonTree, text: string, path: string, root: string): Place {
  let node = tree.topNode.firstChild ?? tree.topNode;
  let rest = path.startsWith(root) ? path.slice(root.length) : path;
  while (rest !== "") {
    const step = node.name === "Array" ? itemAt(node, rest) : fieldAt(node, text, rest);
    if (!step) return { from: node.from, to: Math.min(node.from + 1, node.to) };
    node = step.value;
    rest = step.rest;
  }
  return { from: node.from, to: node.to };
}

interface Step {
  value: Node;
  rest: string;
}

function itemAt(array: Node, path: string): Step | undefined {
  const [whole = "", index] = /^\[(\d+)\]/.exec(path) ?? [];
  const value = index === undefined ? undefined : valuesOf(array)[Number(index)];
  return value && { value, rest: path.slice(whole.length) };
}

/** Names may hold dots: the longest that fits is meant. */
function fieldAt(object: Node, text: string, path: string): Step | undefined {
  const fields = valuesOf(object).flatMap((property) => {
    const [name, value] = [property.getChild("PropertyName"), property.lastChild];
    if (!name || !value || value.name === "PropertyName") return [];
    const read = readName(text.slice(name.from, name.to));
    const rest = path.slice(1 + read.length);
    const isMeant = path.startsWith(`.${read}`) && (rest === "" || rest.startsWith(".") || rest.startsWith("["));
    return isMeant ? [{ value, rest }] : [];
  });
  return fields.toSorted((one, other) => one.rest.length - other.rest.length)[0];
}

const MARKS = new Set(["[", "]", "{", "}", ",", ":", "⚠"]);

function valuesOf(parent: Node): Node[] {
  const values: Node[] = [];
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (!MARKS.has(child.name)) values.push(child);
  }
  return values;
}

function readName(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
