/** A customer's system: a real HTTP server that keeps what it got. */
import http from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  /** performance.now() of the first byte after the request line. */
  at: number;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

interface Answered {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

export type Answer = (received: Received) => Answered | Promise<Answered>;

export interface Receiver {
  url: string;
  received: Received[];
  answer: Answer;
  close: () => Promise<void>;
}

export async function startReceiver(answer: Answer = () => ({ status: 200 })): Promise<Receiver> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    const at = performance.now();
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      const received = { at, path: request.url ?? "", headers: request.headers, body };
      receiver.received.push(received);
      void Promise.resolve(receiver.answer(received)).then(({ status, body: text = "", headers = {} }) =>
        response.writeHead(status, { "content-type": "text/plain", ...headers }).end(text),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/hook`,
    received: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}
