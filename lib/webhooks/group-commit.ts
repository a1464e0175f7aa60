/**
 * Group commit: what comes in while a statement is under way goes together in the next one. Alone it goes at once; under
 * load a statement, and its fsync, is shared by many.
 */
export interface GroupCommitOptions<T, R> {
  /** Writes all or nothing. @returns a result for each */
  write: (items: T[]) => Promise<R[]>;
  sizeOf: (item: T) => number;
  /** Of a group; a larger item goes alone. */
  maxSize: number;
  /** Whether the members of a group that failed may be tried one by one: the reason may lie in one of them. */
  isWorthIsolating: (error: unknown) => boolean;
}

const MAX_UNDER_WAY = 2;

interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** @returns resolves once the item is committed; rejects with what its own write said */
export function groupCommit<T, R>(options: GroupCommitOptions<T, R>): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let underWay = 0;

  function flush(): void {
    if (underWay >= MAX_UNDER_WAY || waiting.length === 0) return;
    underWay++;
    const group = nextGroup();
    void settle(group, options).finally(() => {
      underWay--;
      flush();
    });
    flush();
  }

  function nextGroup(): Waiting<T, R>[] {
    let size = 0;
    const end = waiting.findIndex(({ item }, index) => {
      size += options.sizeOf(item);
      return index > 0 && size > options.maxSize;
    });
    const group = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    return group;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // The requests that arrived in the same turn of the event loop go together.
      setImmediate(flush);
    });
}

async function settle<T, R>(group: Waiting<T, R>[], options: GroupCommitOptions<T, R>): Promise<void> {
  try {
    const results = await options.write(group.map(({ item }) => item));
    for (const [index, result] of results.entries()) group[index]?.resolve(result);
  } catch (error) {
    if (group.length > 1 && options.isWorthIsolating(error)) {
      for (const member of group) await settle([member], options);
    } else for (const { reject } of group) reject(error);
  }
}
