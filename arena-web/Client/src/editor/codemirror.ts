import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { c, cpp } from "@codemirror/legacy-modes/mode/clike";
import { python } from "@codemirror/legacy-modes/mode/python";
import { bracketMatching, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { pascal } from "@codemirror/legacy-modes/mode/pascal";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";

export interface Editor {
  setText(text: string): void;
  setMode(mode: string): void;
}

const modes: Record<string, () => Extension> = {
  c: () => [StreamLanguage.define(c), indentUnit.of("    ")],
  cpp: () => [StreamLanguage.define(cpp), indentUnit.of("    ")],
  pascal: () => StreamLanguage.define(pascal),
  python: () => [StreamLanguage.define(python), indentUnit.of("    ")],
};

/** Puts the editor in the textarea's place; the textarea stays in the form, hidden. */
export function openEditor(area: HTMLTextAreaElement, mode: string, changed: (text: string) => void): Editor {
  const language = new Compartment();
  const modeOf = (name: string) => modes[name]?.() ?? [];
  const view = new EditorView({
    state: EditorState.create({
      doc: area.value,
      extensions: [
        EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? ""),
        lineNumbers(), highlightActiveLine(), highlightActiveLineGutter(), drawSelection(),
        history(), indentOnInput(), bracketMatching(), syntaxHighlighting(classHighlighter),
        EditorState.tabSize.of(4), language.of(modeOf(mode)),
        // Tab indents; Escape and then Tab leaves, so the keyboard is never caught.
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ "aria-label": area.getAttribute("aria-label") ?? "", spellcheck: "false", tabindex: "0" }),
        EditorView.updateListener.of(update => { if (update.docChanged) changed(update.state.doc.toString()); }),
      ],
    }),
  });
  area.before(view.dom);
  area.hidden = true;
  return {
    setText: text => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } }),
    setMode: name => view.dispatch({ effects: language.reconfigure(modeOf(name)) }),
  };
}
