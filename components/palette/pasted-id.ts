const KINDS = { wh: "webhook", dlv: "delivery", evt: "event", rdl: "redelivery" } as const;
type Prefix = keyof typeof KINDS;

const ID = /^(wh|dlv|evt|rdl)_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

export interface PastedId {
  kind: (typeof KINDS)[Prefix];
  id: string;
}

/** The id that a query is; undefined where it is none, or of something that has no page. */
export function pastedId(query: string): PastedId | undefined {
  const id = query.trim();
  const prefix = ID.exec(id)?.[1];
  return prefix ? { kind: KINDS[prefix as Prefix], id } : undefined;
}
