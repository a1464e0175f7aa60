/** The log as a file: read page by page as fast as it is taken, and never more of it in memory than that. */
import { authorize, type Actor } from "../accounts/actor";
import { csvLine, CSV_HEADING } from "../core/delivery-csv";
import type { Delivery, ExportFormat, ExportQuery } from "../core/delivery";
import { AppError } from "../core/errors";
import type { Position } from "../core/page";
import { placesFor } from "../places";
import { beyond, readLog } from "./read-log";
import { viewDeliveries } from "./view";
import { whereOf, type LogWhere } from "./where";

const PAGE = 500;
const EXPORTS = placesFor("exports", { ofAccount: 2, ofAll: 10 });

/**
 * @param again throws once whoever asked may look no more: the file ends there
 * @returns the file's pieces; whoever stops taking them ends it
 * @throws AppError rate_limited where too many are under way
 */
export async function exportDeliveries(
  actor: Actor,
  query: ExportQuery,
  again: () => Promise<unknown>,
): Promise<AsyncGenerator<string>> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  const log = await whereOf(accountId, query);
  // Counted when its pieces are first taken, which nothing is awaited before: of many at once, two pass here.
  if (!EXPORTS.areFree(accountId)) {
    const others = EXPORTS.takenBy(accountId);
    throw new AppError("rate_limited", `${others} exports are under way already. Wait until one has ended.`);
  }
  return pieces(log, query.format, again);
}

async function* pieces(log: LogWhere, format: ExportFormat, again: () => Promise<unknown>): AsyncGenerator<string> {
  const { accountId } = log;
  const leave = EXPORTS.take(accountId);
  try {
    if (format === "csv") yield CSV_HEADING;
    const toLine = format === "csv" ? csvLine : (delivery: Delivery) => `${JSON.stringify(delivery)}\n`;
    let position: Position = { older: true, below: undefined };
    for (;;) {
      const { rows, reached } = await readLog(log, position, PAGE);
      if (rows.length > 0) yield (await viewDeliveries(accountId, rows)).map(toLine).join("");
      const end = rows.length === PAGE ? rows.at(-1)?.id : reached;
      if (end === undefined) return;
      await again();
      position = beyond(position, end);
    }
  } finally {
    leave();
  }
}
