import { Article } from "@/components/docs/article";
import { howItWorks } from "@/components/docs/pages/how-it-works";
import { docsContext } from "./docs-context";

export default async function DocsHome() {
  return <Article page={howItWorks} context={await docsContext()} />;
}
