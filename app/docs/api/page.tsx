import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageHeader } from "@/components/ui/page-header";
import { ApiReference } from "@/components/reference/api-reference";
import { makeDocument } from "@/lib/api/document";
import { referenceOf, shapesOf } from "@/lib/api/reference";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "API reference" };

export default async function ApiReferencePage() {
  const origin = env().APP_URL ?? `http://${(await headers()).get("host") ?? "localhost"}`;
  const document = makeDocument(origin);
  return (
    <div className="flex flex-col gap-8">
      <PageHeader
        title="API reference"
        description={
          <a className="underline" href="/api/v1/openapi.json">
            The same as an OpenAPI 3.1 document
          </a>
        }
      />
      <ApiReference
        about={document.info.description ?? ""}
        groups={referenceOf(document, `${origin}/api/v1`)}
        shapes={shapesOf(document)}
      />
    </div>
  );
}
