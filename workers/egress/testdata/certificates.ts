/** The certificates of this folder, as servers take them. */
import { readFileSync } from "node:fs";
import path from "node:path";

const pem = (name: string) => readFileSync(path.join(import.meta.dirname, `test-only-${name}.pem`), "utf8");

export const ca = pem("authority");

/** @param name expired, other-name, receiver or self-signed */
export const certificate = (name: string) => ({ key: pem("key"), cert: pem(name) });
