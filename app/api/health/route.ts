import { json, methods } from "@/lib/http";

export const dynamic = "force-dynamic";

/** The process lives. */
const get = () => Promise.resolve(json({ status: "ok" }));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
