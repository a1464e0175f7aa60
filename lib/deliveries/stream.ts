/** The log as it happens, as server-sent events: a bounded number of streams, each of which ends with its session. */
import { authorize, type Actor } from "../accounts/actor";
import type { DeliveriesQuery } from "../core/delivery";
import { AppError } from "../core/errors";
import { decodeId } from "../core/ids";
import { decodeCursor, encodeCursor } from "../core/page";
import { deliveryEvent, serverEvent } from "../core/server-events";
import { prisma } from "../db";
import { log as logger } from "../log";
import { placesFor } from "../places";
import type { Delivery as DeliveryRow } from "../../prisma/client/client";
import { listDeliveries } from "./deliveries";
import { viewDeliveries } from "./view";
import { NEW_MAX, watch } from "./watch";
import { whereAt } from "./read-log";
import { whereOf } from "./where";

const STREAMS = placesFor("streams", { ofAccount: 30, ofAll: 500 });
const BEAT_MS = 15_000;
/** How long a session that has ended may go on watching, at most. */
const CHECK_MS = 5_000;
/** Bytes that wait for a client: one that takes no more is let go, and comes back. */
const WAITING_MAX = 1024 * 1024;
const SHOWN_MAX = 400;
const RETRY_MS = 2_000;

export interface StreamOptions {
  /** The `Last-Event-ID` of whoever was here before. */
  lastEventId: string | null;
  /** Throws once whoever asked may look no more. */
  askAgain: () => Promise<Actor>;
  until: AbortSignal;
}

/**
 * What matches these filters, as it comes in and as it changes; changes of what is on the page that they mean, too.
 * @throws AppError rate_limited where too many are open
 */
export async function streamDeliveries(
  actor: Actor,
  query: DeliveriesQuery,
  { lastEventId, askAgain, until }: StreamOptions,
): Promise<ReadableStream<Uint8Array>> {
  authorize(actor, "webhooks:read");
  const { accountId } = actor;
  if (!STREAMS.areFree(accountId)) {
    throw new AppError("rate_limited", "Too many streams are open. Close one, or ask for pages instead.");
  }
  const leave = STREAMS.take(accountId);
  try {
    const page = await listDeliveries(actor, query);
    const shown = new Set(page.data.flatMap(({ id }) => decodeId("delivery", id) ?? []));
    return open({ actor, query, shown, lastEventId, askAgain, until, leave });
  } catch (error) {
    leave();
    throw error;
  }
}

interface Opened extends StreamOptions {
  actor: Actor;
  query: DeliveriesQuery;
  shown: Set<string>;
  leave: () => void;
}

function open({ actor, query, shown, lastEventId, askAgain, until, leave }: Opened): ReadableStream<Uint8Array> {
  const { accountId } = actor;
  const { cursor: _, limit: __, ...filters } = query;
  const encoder = new TextEncoder();
  const ends: (() => void)[] = [leave];
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const end of ends.splice(0)) end();
  };
  /** Who left while something was awaited leaves nothing behind. */
  const atEnd = (end: () => void) => (isOpen ? void ends.push(end) : end());
  return new ReadableStream<Uint8Array>(
    {
      async start(controller) {
        const write = (text: string) => {
          if (!isOpen) return;
          const isStuck = (controller.desiredSize ?? 0) < -WAITING_MAX;
          if (!isStuck) return controller.enqueue(encoder.encode(text));
          close();
          controller.error(new Error("the client takes no more"));
        };
        const finish = () => {
          if (!isOpen) return;
          close();
          controller.close();
        };
        const tell = (rows: readonly DeliveryRow[]) => {
          for (const { id } of rows) shown.add(id);
          for (const id of [...shown].slice(0, -SHOWN_MAX)) shown.delete(id);
          void viewDeliveries(accountId, rows)
            .then((views) => write(views.map((view) => deliveryEvent(view, cursorOf(view.id))).join("")))
            .catch((error: unknown) => {
              logger.warn({ err: error }, "a stream of deliveries ended, as its rows could not be read");
              finish();
            });
        };
        const tellBehind = () => write(serverEvent("behind", {}));
        until.addEventListener("abort", finish);
        ends.push(() => until.removeEventListener("abort", finish));
        if (until.aborted) return finish();
        try {
          atEnd(await watch({ accountId, filters, shown, tell, tellBehind }));
          write(`retry: ${RETRY_MS}\n${serverEvent("ready", {})}`);
          if (lastEventId !== null) await tellMissed(accountId, filters, lastEventId, { tell, tellBehind });
        } catch (error) {
          close();
          throw error;
        }
        atEnd(every(BEAT_MS, () => write(": beat\n\n")));
        const check = async () => {
          try {
            if ((await askAgain()).accountId !== accountId) throw new AppError("unauthorized", "another account");
          } catch (error) {
            if (!(error instanceof AppError)) return;
            write(serverEvent("end", { reason: "signed_out" }));
            finish();
          }
        };
        atEnd(every(CHECK_MS, () => void check()));
      },
      cancel: close,
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  );
}

const cursorOf = (id: string) => encodeCursor(decodeId("delivery", id) ?? "");

function every(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  timer.unref();
  return () => clearInterval(timer);
}

/** What was made after the last one that was told; with more than a few, that there is more. */
async function tellMissed(
  accountId: string,
  filters: Parameters<typeof whereOf>[1],
  lastEventId: string,
  { tell, tellBehind }: { tell: (rows: readonly DeliveryRow[]) => void; tellBehind: () => void },
): Promise<void> {
  const last = decodeCursor(lastEventId);
  const log = await whereOf(accountId, filters);
  if (last === undefined || log.filter) return tellBehind();
  const rows = await prisma().delivery.findMany({
    where: { AND: [whereAt(log, { older: false, from: last }), { NOT: { id: last } }] },
    orderBy: { id: "asc" },
    take: NEW_MAX + 1,
  });
  if (rows.length > NEW_MAX) tellBehind();
  else if (rows.length > 0) tell(rows);
}
