import { exportQuerySchema } from "@/lib/core/delivery";
import { exportDeliveries } from "@/lib/deliveries/export";
import { api, methods } from "@/lib/http";
import { textStream } from "@/lib/text-stream";

const TYPES = { csv: "text/csv; charset=utf-8", ndjson: "application/x-ndjson" };

const get = api(async ({ actor, query, again }) => {
  const asked = exportQuerySchema.parse(query());
  const pieces = await exportDeliveries(actor, asked, again);
  const name = `deliveries-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.${asked.format}`;
  return new Response(textStream(pieces), {
    headers: {
      "Content-Type": TYPES[asked.format],
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
});

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
