/** A name server on 127.0.0.1, over UDP. */
import dgram from "node:dgram";
import net from "node:net";

/** Records of a name, or how it fails: a response code (3: no such name, 2: server failure), or silence. */
export type Zone = Record<string, { cname?: string; a?: string[]; aaaa?: string[] } | { code: number } | "silent">;

const TYPES = { a: 1, cname: 5, aaaa: 28 };

/** @returns its address, as resolvers take it */
export async function listenForNames(zone: Zone): Promise<{ address: string; close: () => void }> {
  const socket = dgram.createSocket("udp4");
  socket.on("message", (query, { port, address }) => {
    const { name, type, end } = questionOf(query);
    const answers = answersTo(name, type, zone);
    if (answers === "silent") return;
    const code = typeof answers === "number" ? answers : 0;
    const records = typeof answers === "number" ? [] : answers;
    const head = Buffer.from([query[0] ?? 0, query[1] ?? 0, 0x81, 0x80 | code, 0, 1, 0, records.length, 0, 0, 0, 0]);
    socket.send(Buffer.concat([head, query.subarray(12, end), ...records]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

/** As a resolving server does it: the whole chain of aliases, then the addresses at its end. */
function answersTo(name: string, type: number, zone: Zone): Buffer[] | number | "silent" {
  const entry = zone[name] ?? { code: 3 };
  if (entry === "silent") return "silent";
  if ("code" in entry) return entry.code;
  if (entry.cname) {
    const rest = answersTo(entry.cname, type, zone);
    return Array.isArray(rest) ? [record(name, TYPES.cname, encodeName(entry.cname)), ...rest] : rest;
  }
  const addresses = (type === TYPES.a ? entry.a : type === TYPES.aaaa ? entry.aaaa : undefined) ?? [];
  return addresses.map((address) => record(name, type, encodeAddress(address)));
}

function questionOf(query: Buffer) {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function record(name: string, type: number, data: Buffer): Buffer {
  const fixed = Buffer.from([0, type, 0, 1, 0, 0, 0, 0, 0, data.length]);
  return Buffer.concat([encodeName(name), fixed, data]);
}

function encodeName(name: string): Buffer {
  const labels = name.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function encodeAddress(address: string): Buffer {
  if (net.isIPv4(address)) return Buffer.from(address.split(".").map(Number));
  // With every group written out, as only tests need it.
  return Buffer.from(address.split(":").flatMap((group) => [parseInt(group, 16) >> 8, parseInt(group, 16) & 0xff]));
}
