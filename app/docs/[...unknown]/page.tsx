import { notFound } from "next/navigation";

/** Addresses of several parts that no page has: so that these, too, are answered within the documentation. */
export default function UnknownDocsPage() {
  notFound();
}
