/** Which request is being answered: known to everything that is logged on its way. */
import { AsyncLocalStorage } from "node:async_hooks";
import { encodeId } from "./core/ids";
import { isHarmlessRequestId } from "./core/request-id";
import { newId } from "./new-id";

// Bundlers make copies of a module; the requests of a process are known to all of them.
const shared = globalThis as { webhooksRequests?: AsyncLocalStorage<string> };
const requests = (shared.webhooksRequests ??= new AsyncLocalStorage<string>());

export const withRequestId = <T>(id: string, answer: () => T): T => requests.run(id, answer);

/** Undefined outside `withRequestId`. */
export const currentRequestId = () => requests.getStore();

/** @param given the value of `X-Request-Id`, as a client sent it */
export const requestIdFrom = (given: string | string[] | undefined) =>
  typeof given === "string" && isHarmlessRequestId(given) ? given : newRequestId();

export const newRequestId = () => encodeId("request", newId());
