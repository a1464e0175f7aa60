"use client";

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { json, jsonParseLinter } from "@codemirror/lang-json";
import { bracketMatching, ensureSyntaxTree, indentOnInput } from "@codemirror/language";
import { forceLinting, linter, lintGutter, type Diagnostic } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useEffectEvent, useRef } from "react";
import { jsonColours } from "@/components/ui/json-colours";
import { placeOf } from "@/components/ui/json-place";
import { pageNonce } from "@/components/ui/page-nonce";

export interface JsonEditorProps {
  label: string;
  value: string;
  onValueChange: (text: string) => void;
  /** What is wrong with a text that is JSON, each with its path: `data.tags[2]`. */
  check: (text: string) => readonly { path: string; message: string }[];
  /** The first word of paths: it stands for the whole text. */
  root: string;
  "aria-describedby"?: string | undefined;
}

const PARSE_MS = 100;
const LINT_MS = 150;

/** A text editor that marks what is wrong where it stands. Tab leaves it, as it leaves every field. */
export function JsonEditor({ label, value, onValueChange, check, root, ...described }: JsonEditorProps) {
  const home = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const describedBy = described["aria-describedby"];
  const onChange = useEffectEvent(onValueChange);
  const diagnose = useEffectEvent((editor: EditorView): Diagnostic[] => {
    const text = editor.state.doc.toString();
    const syntax = jsonParseLinter()(editor);
    if (syntax.length > 0) return syntax;
    const tree = ensureSyntaxTree(editor.state, text.length, PARSE_MS);
    if (!tree) return [];
    return check(text).map(({ path, message }) => ({
      ...placeOf(tree, text, path, root),
      severity: "warning",
      message: `${path}: ${message}`,
    }));
  });
  const begin = useEffectEvent((parent: HTMLDivElement) => {
    const attributes = { "aria-label": label, ...(describedBy ? { "aria-describedby": describedBy } : {}) };
    return new EditorView({
      parent,
      state: EditorState.create({
        doc: value,
        extensions: [
          EditorView.cspNonce.of(pageNonce() ?? ""),
          EditorView.contentAttributes.of(attributes),
          ...[theme, lineNumbers(), history(), bracketMatching(), indentOnInput(), json(), jsonColours],
          ...[lintGutter(), linter((editor) => diagnose(editor), { delay: LINT_MS })],
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.updateListener.of((update) => update.docChanged && onChange(update.state.doc.toString())),
        ],
      }),
    });
  });

  useEffect(() => {
    if (!home.current) return undefined;
    const editor = begin(home.current);
    view.current = editor;
    return () => editor.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    const text = editor?.state.doc.toString();
    if (editor && text !== value) editor.dispatch({ changes: { from: 0, to: text?.length ?? 0, insert: value } });
  }, [value]);
  useEffect(() => {
    if (view.current) forceLinting(view.current);
  }, [check]);

  return <div ref={home} className="min-w-0 overflow-hidden rounded-md border border-line-control bg-panel" />;
}

const theme = EditorView.theme({
  "&": { fontSize: "12px", color: "var(--ink)", maxHeight: "360px" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-1px" },
  ".cm-scroller": {
    fontFamily: "var(--font-geist-mono), ui-monospace, monospace",
    lineHeight: "18px",
    overflow: "auto",
  },
  ".cm-content": { caretColor: "var(--ink)", padding: "6px 0" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--ink-3)", border: "none" },
  ".cm-tooltip": { backgroundColor: "var(--ink)", color: "var(--bg)", border: "none", borderRadius: "6px" },
  ".cm-diagnostic": { fontFamily: "var(--font-geist-sans), system-ui, sans-serif", borderLeft: "none" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)" },
});
