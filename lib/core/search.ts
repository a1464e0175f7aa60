/**
 * A search of events' data as somebody types it, `data.contact = "9198…" and data.score > 50`, made into a filter: what
 * it finds is exactly what a webhook with that filter would get.
 */
import { filterSchema, type Condition, type Filter } from "./filter";

/** @returns the filter, or in words what is wrong with the text and where */
export function parseSearch(text: string): { filter: Filter } | { problem: string } {
  try {
    const reader = new Reader(tokensOf(text));
    const filter = reader.alternatives();
    reader.end();
    const checked = filterSchema.safeParse(filter);
    return checked.success ? { filter: checked.data } : { problem: checked.error.issues[0]?.message ?? "" };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

/**
 * A number finds no text, and phone numbers and ids are often text that looks like one.
 * @returns the search with what it compares for being equal in quotes; undefined where there is no such number
 */
export function withNumbersAsText(text: string): string | undefined {
  const tokens = "filter" in parseSearch(text) ? tokensOf(text) : [];
  const numbers = tokens.filter(({ kind }, index) => kind === "number" && EQUALS.has(tokens[index - 1]?.text ?? ""));
  if (numbers.length === 0) return undefined;
  return numbers.reduceRight(
    (quoted, { text: number, at }) => `${quoted.slice(0, at - 1)}"${number}"${quoted.slice(at - 1 + number.length)}`,
    text,
  );
}

const EQUALS = new Set(["=", "=="]);

class Unreadable extends Error {}

interface Token {
  kind: "path" | "string" | "number" | "word" | "sign" | "end";
  text: string;
  value?: string | number;
  /** Counted from 1. */
  at: number;
}

const SPACE = /\s+/y;
const KINDS: [kind: Token["kind"], pattern: RegExp][] = [
  ["path", /data(?:\.[A-Za-z0-9_-]+)+/y],
  ["string", /"(?:[^"\\]|\\.)*"/y],
  ["string", /“[^”]*”/y],
  ["string", /'[^']*'/y],
  ["number", /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y],
  ["word", /[A-Za-z_]+/y],
  ["sign", /!=|<>|>=|<=|==|[=<>()[\],]/y],
];

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space !== undefined) {
      at += space.length;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at += token.text.length;
  }
  return [...tokens, { kind: "end", text: "", at: text.length + 1 }];
}

function tokenAt(text: string, at: number): Token {
  for (const [kind, pattern] of KINDS) {
    const found = matchAt(pattern, text, at);
    if (found === undefined) continue;
    const token: Token = { kind, text: found, at: at + 1 };
    if (kind === "string") token.value = unquoted(token);
    if (kind === "number") token.value = Number(found);
    return token;
  }
  if (/["'“]/.test(text.charAt(at))) throw new Unreadable(`The quote at ${at + 1} is not closed.`);
  throw new Unreadable(`"${text.slice(at, at + 10)}" at ${at + 1} can't be read. ${EXAMPLE}`);
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function unquoted({ text, at }: Token): string {
  if (!text.startsWith('"')) return text.slice(1, -1);
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new Unreadable(`The text at ${at} has an escape that JSON doesn't know.`);
  }
}

const EXAMPLE = 'Write it like data.contact = "9198" and data.score > 50.';

const OPERATORS: Record<string, Condition["op"]> = {
  "=": "eq",
  "==": "eq",
  "!=": "ne",
  "<>": "ne",
  ">": "gt",
  ">=": "gte",
  "<": "lt",
  "<=": "lte",
  contains: "contains",
  startswith: "startsWith",
  starts_with: "startsWith",
  in: "in",
  exists: "exists",
};
const CONSTANTS: Record<string, boolean | null> = { true: true, false: false, null: null };
/** Deeper than any filter may be; so much is refused before it is too much to read. */
const MAX_DEPTH = 20;

type Scalar = string | number | boolean | null;

class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  alternatives(): Filter {
    const any = this.#joined("or", () => this.#joined("and", () => this.#part(), "all"), "any");
    return any;
  }

  end(): void {
    const rest = this.#peek();
    if (rest.kind !== "end") throw new Unreadable(`Write "and" or "or" before "${rest.text}" at ${rest.at}.`);
  }

  #joined(word: string, part: () => Filter, key: "all" | "any"): Filter {
    const parts = [part()];
    while (this.#takes(word)) parts.push(part());
    const [only] = parts;
    if (parts.length === 1 && only) return only;
    return key === "all" ? { all: parts } : { any: parts };
  }

  #part(): Filter {
    if (++this.#depth > MAX_DEPTH) throw new Unreadable("This is nested too deep.");
    try {
      if (this.#takes("not")) return { not: this.#part() };
      if (!this.#takes("(")) return this.#condition();
      const inner = this.alternatives();
      this.#expect(")");
      return inner;
    } finally {
      this.#depth--;
    }
  }

  #condition(): Filter {
    const path = this.#take();
    if (path.kind !== "path") throw new Unreadable(`${this.#named(path)}: a path is expected. ${EXAMPLE}`);
    const sign = this.#take();
    const op = OPERATORS[sign.text.toLowerCase()];
    if (!op) {
      throw new Unreadable(
        `${this.#named(sign)}: after ${path.text}, write =, !=, >, >=, <, <=, contains, startsWith, in or exists.`,
      );
    }
    // What the operator may be compared with, the schema of filters says.
    const value = op === "exists" ? true : op === "in" ? this.#list() : this.#scalar();
    return { path: path.text, op, value } as Condition;
  }

  #list(): Scalar[] {
    const close = this.#takes("(") ? ")" : "]";
    if (close === "]") this.#expect("[");
    const values = [this.#scalar()];
    while (this.#takes(",")) values.push(this.#scalar());
    this.#expect(close);
    return values;
  }

  #scalar(): Scalar {
    const token = this.#take();
    if (token.value !== undefined) return token.value;
    const constant = token.kind === "word" ? CONSTANTS[token.text.toLowerCase()] : undefined;
    if (constant !== undefined) return constant;
    const hint = token.kind === "word" || token.kind === "path" ? ` Put text in quotes: "${token.text}".` : "";
    throw new Unreadable(`${this.#named(token)}: a value is expected.${hint}`);
  }

  #expect(text: string): void {
    const token = this.#take();
    if (token.text !== text) throw new Unreadable(`${this.#named(token)}: ${text} is expected.`);
  }

  #takes(text: string): boolean {
    const token = this.#peek();
    const isIt = (token.kind === "word" || token.kind === "sign") && token.text.toLowerCase() === text;
    if (isIt) this.#next++;
    return isIt;
  }

  #take(): Token {
    const token = this.#peek();
    if (token.kind !== "end") this.#next++;
    return token;
  }

  #peek(): Token {
    const token = this.#tokens[this.#next];
    if (!token) throw new Unreadable(EXAMPLE);
    return token;
  }

  #named({ kind, text, at }: Token): string {
    return kind === "end" ? "At the end" : `At ${at}, "${text.slice(0, 20)}"`;
  }
}
