/** A server's log file: opened for appending, kept from growing over many starts, read back from where a start began. */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";

const ROTATE_BYTES = 10 * 1024 * 1024;
const READ_BACK_BYTES = 64 * 1024;

/**
 * @param {string} file
 * @returns {{ fd: number, close: () => void, read: () => string }} `read`: the tail of what was written since now
 */
export function openLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > ROTATE_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, "a", 0o600);
  const start = fstatSync(fd).size;
  return { fd, close: () => closeSync(fd), read: () => readFrom(file, start) };
}

/**
 * @param {string} file
 * @param {number} start bytes
 */
function readFrom(file, start) {
  const fd = openSync(file, "r");
  try {
    const from = Math.max(start, fstatSync(fd).size - READ_BACK_BYTES);
    const buffer = Buffer.alloc(READ_BACK_BYTES);
    return buffer.toString("utf8", 0, readSync(fd, buffer, 0, buffer.length, from));
  } finally {
    closeSync(fd);
  }
}
