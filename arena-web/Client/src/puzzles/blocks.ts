// The blocks as blocks.json describes them, for the page, the texts and the reading of programs alike.
import file from "./blocks.json";

export type Language = "vi" | "en";
export type Phrase = Record<Language, string>;
export type Kind = "hat" | "statement" | "number" | "condition";

export interface Option {
  value: string;
  text: Phrase;
  pascal?: Phrase;
  python?: Phrase;
  /** What a drop-down condition means as a tree; only in the list `whens`. */
  condition?: { k: string; side?: string };
}

export interface FieldShape {
  name: string;
  kind: "choice" | "number" | "variable";
  options?: Option[];
  /** A list of options that several blocks share. */
  list?: string;
  /** The type of Blockly's variables that may stand here. */
  variable?: string;
  min?: number;
  max?: number;
}

export interface InputShape {
  name: string;
  kind: "number" | "condition" | "statements";
  shadow?: { type: string; fields: Record<string, unknown> };
}

export interface BlockShape {
  type: string;
  kind: Kind;
  category: string;
  /** The key in a level's tools that opens it; null: no tool does. */
  tool: string | null;
  counts: boolean;
  /** How many parameters a definition takes; absent: it is none. */
  procedure?: number;
  fields?: FieldShape[];
  inputs?: InputShape[];
  text: Phrase;
  tip: Phrase;
  pascal: Phrase | null;
  python: Phrase | null;
}

interface File {
  categories: { key: string; text: Phrase; colour: string }[];
  lists: Record<string, Option[]>;
  blocks: BlockShape[];
}

export const { categories, lists, blocks } = file as unknown as File;

const byType = new Map(blocks.map(block => [block.type, block]));

export const shapeOf = (type: string): BlockShape | undefined => byType.get(type);

export const optionsOf = (field: FieldShape): Option[] => field.options ?? lists[field.list ?? ""] ?? [];

/** Colours are numbers in a world: their place in this list. */
export const colours: string[] = (lists["colours"] ?? []).map(colour => colour.value);
