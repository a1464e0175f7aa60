import type { NextRequest } from "next/server";
import { acceptInvite } from "@/lib/accounts/joining";
import { clientAddress } from "@/lib/client-address";
import { answering, json, methods, readJson, refuseForeignOrigin } from "@/lib/http";

const post = (request: NextRequest) =>
  answering(request, async () => {
    refuseForeignOrigin(request);
    return json(await acceptInvite(await readJson(request), clientAddress(request.headers)));
  });

export const { GET, POST, PUT, PATCH, DELETE } = methods({ POST: post });
