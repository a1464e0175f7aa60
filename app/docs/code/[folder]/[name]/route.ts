import { downloadable } from "@/components/docs/downloads";

interface Context {
  params: Promise<{ folder: string; name: string }>;
}

/** The documentation's files as plain text, for curl. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { folder, name } = await params;
  const code = downloadable(folder, name);
  const headers = { "Content-Type": "text/plain; charset=utf-8" };
  return code === undefined
    ? new Response("There is no such file.\n", { status: 404, headers })
    : new Response(code, { headers });
}
