import { randomBytes } from "node:crypto";
import { uuidV7 } from "./core/ids";

/** A UUIDv7 of now. */
export const newId = () => uuidV7(Date.now(), randomBytes(10));
