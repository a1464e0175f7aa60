/** JSON texts as publishers may send them: valid, and as unlike canonical JSON as they can be. */
import type { Random } from "./random";

const CHARACTERS = [..."abc XYZ09_-.:/\\\"'<>&é\u00a0ßçñ漢字עבð\u2028\u2029\ufeff\t\n\r\b\f\u007f🚀👩‍👩‍👧🇮🇳"] as [
  string,
  ...string[],
];
const NUMBERS =
  "0 -0 1.0 1.50 1e21 1E+2 1e-7 123456789012345680000 0.1 -1 5e-324 1.7976931348623157e308 9007199254740993".split(
    " ",
  ) as [string, ...string[]];
const KEYS = ["10", "9", "1", "007", "-1", "4294967295", "a", "é🚀", "", "constructor", "toString", "a.b"] as const;
const SPACES = ["", "", "", " ", "\n\t"] as const;
const DEEPEST = 12;

/** The text of an object. */
export function hostileObject(random: Random, depth = 0): string {
  const members = Array.from({ length: random.int(6) }, () => {
    const key = random.int(2) ? text(random, 6) : JSON.stringify(random.pick(KEYS));
    return `${spaced(random, key)}:${spaced(random, value(random, depth + 1))}`;
  });
  return `{${members.join(",")}}`;
}

function value(random: Random, depth: number): string {
  const kind = random.int(depth > DEEPEST ? 4 : 8);
  if (kind === 0) return random.pick(["null", "true", "false"]);
  if (kind === 1) return random.pick(NUMBERS);
  if (kind <= 3) return text(random, 20);
  if (kind <= 5) return hostileObject(random, depth);
  return `[${Array.from({ length: random.int(4) }, () => spaced(random, value(random, depth + 1))).join(",")}]`;
}

function spaced(random: Random, json: string): string {
  return random.pick(SPACES) + json + random.pick(SPACES);
}

/** Some characters as they are, some escaped without need. */
function text(random: Random, longest: number): string {
  const characters = Array.from({ length: random.int(longest) }, () => {
    const character = random.pick(CHARACTERS);
    return random.int(4) ? JSON.stringify(character).slice(1, -1) : escaped(character);
  });
  return `"${characters.join("")}"`;
}

function escaped(character: string): string {
  if (character === "/") return "\\/";
  return Array.from({ length: character.length }, (_, index) => {
    const unit = character.charCodeAt(index).toString(16).padStart(4, "0");
    return `\\u${unit}`;
  }).join("");
}
