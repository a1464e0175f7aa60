/** Finds words in sections of the documentation: in titles first, then in what stands in them. */
import { Fragment, isValidElement, type ReactNode } from "react";
import { docsHref, type DocsContext, type DocsPage } from "./docs-page";
import { A, C } from "./prose";

export interface SearchedSection {
  href: string;
  page: string;
  section: string;
  text: string;
}

export interface DocsHit extends Omit<SearchedSection, "text"> {
  /** Around the first match. */
  excerpt: string;
}

export const MAX_HITS = 50;
const EXCERPT_CHARACTERS = 160;

/** @param query words, all of which must stand in a section or its titles */
export function searchSections(query: string, sections: readonly SearchedSection[]): DocsHit[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return sections
    .flatMap(({ text, ...place }) => {
      const titles = `${place.page} ${place.section}`.toLowerCase();
      const all = `${titles} ${text.toLowerCase()}`;
      if (!words.every((word) => all.includes(word))) return [];
      const score = words.filter((word) => titles.includes(word)).length;
      return [{ score, hit: { ...place, excerpt: around(text, words) } }];
    })
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MAX_HITS)
    .map(({ hit }) => hit);
}

export const searchedPages = (pages: readonly DocsPage[], context: DocsContext): SearchedSection[] =>
  pages.flatMap((page) =>
    page.sections(context).map(({ id, title, body }) => ({
      href: `${docsHref(page.slug)}#${id}`,
      page: page.title,
      section: title,
      text: textOf(body).replaceAll(/\s+/g, " ").trim(),
    })),
  );

function around(text: string, words: readonly string[]): string {
  const lower = text.toLowerCase();
  const first = Math.max(
    0,
    ...words
      .map((word) => lower.indexOf(word))
      .filter((at) => at >= 0)
      .slice(0, 1),
  );
  const from = Math.max(0, first - EXCERPT_CHARACTERS / 3);
  const cut = text.slice(from, from + EXCERPT_CHARACTERS);
  return `${from > 0 ? "…" : ""}${cut}${from + EXCERPT_CHARACTERS < text.length ? "…" : ""}`;
}

/** What stands within a line; everything else is a block of its own. */
const INLINE: readonly unknown[] = ["strong", "em", A, C, Fragment];

/** The words of an element as it is written; of components, those in the properties that they show. */
function textOf(node: ReactNode | readonly ReactNode[]): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  if (Array.isArray(node)) return (node as readonly ReactNode[]).map(textOf).join("");
  if (!isValidElement<Shown>(node)) return "";
  const { children, items = [], rows = [], code = "", title = "" } = node.props;
  const listed = [...items, ...rows.flatMap(({ cells }) => cells)].map(textOf);
  const text = [textOf(children), ...listed, title, code].filter(Boolean).join(" ");
  return INLINE.includes(node.type) ? text : ` ${text} `;
}

interface Shown {
  children?: ReactNode;
  items?: readonly ReactNode[];
  rows?: readonly { cells: readonly ReactNode[] }[];
  code?: string;
  title?: string;
}
