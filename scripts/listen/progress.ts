/** How far a listener has come, in a file: what it has handed over once isn't handed over again after a restart. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { z } from "zod";

const MAX_SEEN = 500;
const fileSchema = z.record(z.string(), z.object({ cursor: z.string().optional(), seen: z.array(z.string()) }));

export interface Progress {
  cursor: () => string | undefined;
  hasSeen: (deliveryId: string) => boolean;
  see: (deliveryId: string) => void;
  moveTo: (cursor: string) => void;
  /** Begins anew somewhere else. */
  forget: () => void;
}

/** @param name of this listener within the file: product and webhook */
export function openProgress(file: string, name: string): Progress {
  const all = existsSync(file) ? read(file) : {};
  const own = (all[name] ??= { seen: [] });
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(all));
    renameSync(`${file}.new`, file);
  };
  return {
    cursor: () => own.cursor,
    hasSeen: (deliveryId) => own.seen.includes(deliveryId),
    see(deliveryId) {
      own.seen = [...own.seen, deliveryId].slice(-MAX_SEEN);
      save();
    },
    moveTo(cursor) {
      if (cursor === own.cursor) return;
      own.cursor = cursor;
      save();
    },
    forget() {
      delete own.cursor;
      own.seen = [];
    },
  };
}

/** What can't be read is begun anew: it is only about what was shown already. */
function read(file: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return {};
  }
}
