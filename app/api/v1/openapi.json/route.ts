import { makeDocument } from "@/lib/api/document";
import { env } from "@/lib/env";
import { json, methods } from "@/lib/http";

export const dynamic = "force-dynamic";

const CACHED = { "Cache-Control": "public, max-age=300" };

const get = () => Promise.resolve(json(document(), 200, CACHED));

let made: ReturnType<typeof makeDocument> | undefined;
const document = () => (made ??= makeDocument(env().APP_URL ?? ""));

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: get });
