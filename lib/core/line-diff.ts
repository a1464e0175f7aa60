/** Two texts beside each other, line by line: what is the same stands in one row, and so does what takes its place. */

export interface DiffRow {
  /** Null where the other side has a line more. */
  left: string | null;
  right: string | null;
}

export const isSame = ({ left, right }: DiffRow) => left === right;

/** Comparing each line with each: beyond so many pairs, lines are only compared with those at the same place. */
const MAX_PAIRS = 2_000_000;

export function diffLines(left: readonly string[], right: readonly string[]): DiffRow[] {
  let begin = 0;
  while (begin < left.length && begin < right.length && left[begin] === right[begin]) begin++;
  let end = 0;
  while (end < Math.min(left.length, right.length) - begin && left.at(-1 - end) === right.at(-1 - end)) end++;
  const same = (lines: readonly string[]) => lines.map((line) => ({ left: line, right: line }));
  return [
    ...same(left.slice(0, begin)),
    ...middle(left.slice(begin, left.length - end), right.slice(begin, right.length - end)),
    ...same(left.slice(left.length - end)),
  ];
}

/** By the longest common subsequence. */
function middle(left: readonly string[], right: readonly string[]): DiffRow[] {
  if (left.length * right.length > MAX_PAIRS) return beside(left, right);
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      lengths[i * width + j] = left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const rows: DiffRow[] = [];
  let [only, other]: [string[], string[]] = [[], []];
  const flush = () => {
    rows.push(...beside(only, other));
    [only, other] = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, another] = [left[i], right[j]];
    if (one !== undefined && one === another) {
      flush();
      rows.push({ left: one, right: one });
      i++;
      j++;
    } else if (another === undefined || (one !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      only.push(one ?? "");
      i++;
    } else {
      other.push(another);
      j++;
    }
  }
  flush();
  return rows;
}

const beside = (left: readonly string[], right: readonly string[]): DiffRow[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    left: left[index] ?? null,
    right: right[index] ?? null,
  }));

/** Headers by their names, in the order of the left side; those of the right alone come last. */
export function diffHeaders(
  left: readonly (readonly [name: string, value: string])[],
  right: readonly (readonly [name: string, value: string])[],
): DiffRow[] {
  const rest = [...right];
  const rows = left.map(([name, value]): DiffRow => {
    const index = rest.findIndex(([other]) => other.toLowerCase() === name.toLowerCase());
    const [found] = index >= 0 ? rest.splice(index, 1) : [];
    return { left: `${name}: ${value}`, right: found ? `${found[0]}: ${found[1]}` : null };
  });
  return [...rows, ...rest.map(([name, value]): DiffRow => ({ left: null, right: `${name}: ${value}` }))];
}
