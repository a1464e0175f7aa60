// A process that answers every request in the worst way its path names. Prints its port; ends with its standard input.
import net from "node:net";
import { gzipSync } from "node:zlib";

const chunk = (/** @type {Buffer} */ data) =>
  Buffer.concat([Buffer.from(`${data.length.toString(16)}\r\n`), data, CRLF]);
const CRLF = Buffer.from("\r\n");
const EARLY = "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n";
const CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n";
const BOMB = chunk(gzipSync(Buffer.alloc(50_000_000)));
const ZEROES = chunk(Buffer.alloc(256 * 1024));

/** @type {Record<string, (socket: net.Socket) => unknown>} */
const BEHAVIOURS = {
  silence: () => undefined,
  drip: (socket) => repeat(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n", "a"),
  dripHeaders: (socket) => repeat(socket, "HTTP/1.1 200 OK\r\nX-A: ", "a"),
  interim: (socket) => repeat(socket, EARLY, EARLY),
  interimFlood: (socket) => flood(socket, EARLY, Buffer.from(EARLY.repeat(1_000))),
  endless: (socket) => flood(socket, `${CHUNKED}\r\n`, ZEROES),
  bomb: (socket) => flood(socket, `${CHUNKED}Content-Encoding: gzip\r\n\r\n`, BOMB),
  headerFlood: (socket) => flood(socket, "HTTP/1.1 200 OK\r\n", Buffer.from(`X-A: ${"a".repeat(1_000)}\r\n`)),
  garbage: (socket) => socket.write(Buffer.alloc(4_096, 0xfe)),
  status999: (socket) => socket.end("HTTP/1.1 999 Beyond\r\nContent-Length: 0\r\n\r\n"),
};

/** @param {net.Socket} socket @param {string} head @param {string} drop */
function repeat(socket, head, drop) {
  socket.write(head);
  const repeating = setInterval(() => socket.write(drop), 20);
  socket.on("close", () => clearInterval(repeating));
}

/** As fast as the other side takes it. @param {net.Socket} socket @param {string} head @param {Buffer} wave */
function flood(socket, head, wave) {
  const more = () => {
    while (!socket.destroyed && socket.write(wave));
  };
  socket.write(head);
  socket.on("drain", more);
  more();
}

const server = net.createServer((socket) => {
  socket.on("error", () => undefined);
  socket.once("data", (head) => {
    // What isn't HTTP is a TLS handshake, and never answered.
    const path = /^POST \/(\w+)/.exec(head.toString("latin1"))?.[1];
    if (path) BEHAVIOURS[path]?.(socket);
    socket.resume();
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.stdout.write(`${address.port}\n`);
});
process.stdin.on("end", () => process.exit()).resume();
