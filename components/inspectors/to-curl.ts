import { MASK } from "@/lib/core/authorization";
import type { InspectedRequest } from "@/lib/core/inspector";

/** What curl or the connection sets by itself. */
const OF_THE_CONNECTION = /^(host|connection|content-length|transfer-encoding|expect|accept-encoding)$/i;

/** The request as a command for a POSIX shell, the same bytes to the same address. */
export function toCurl(request: InspectedRequest, url: string): string {
  const { method, path, headers, body, bodyEncoding } = request;
  const sent = headers.filter(([name, value]) => !OF_THE_CONNECTION.test(name) && value !== MASK);
  const lines = sent.map(([name, value]) => `  -H ${quote(`${name}: ${value}`)}`);
  const target = `curl -i -X ${method} ${quote(url + path)}`;
  if (body === "") return [target, ...lines].join(" \\\n");
  if (bodyEncoding === "utf8") return [target, ...lines, `  --data-raw ${quote(body)}`].join(" \\\n");
  return `printf %s ${quote(body)} | base64 -d | ${[target, ...lines, "  --data-binary @-"].join(" \\\n")}`;
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
