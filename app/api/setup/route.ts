import type { NextRequest } from "next/server";
import { setUp } from "@/lib/accounts/setup";
import { clientAddress } from "@/lib/client-address";
import { answering, noContent, readJson, refuseForeignOrigin } from "@/lib/http";

export const POST = (request: NextRequest) =>
  answering(request, async () => {
    refuseForeignOrigin(request);
    await setUp(await readJson(request), clientAddress(request.headers));
    return noContent();
  });
