import type { NextRequest } from "next/server";
import { setUp } from "@/lib/accounts/setup";
import { clientAddress } from "@/lib/client-address";
import { answering, methods, noContent, readJson, refuseForeignOrigin } from "@/lib/http";

const post = (request: NextRequest) =>
  answering(request, async () => {
    refuseForeignOrigin(request);
    await setUp(await readJson(request), clientAddress(request.headers));
    return noContent();
  });

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
