// Blockly's own form of blocks.json: definitions, toolbox and theme of one level.
import { blocks, type BlockShape, categories, type FieldShape, type InputShape, type Language, optionsOf } from "./blocks";
import type { Level } from "./level";
import type { Program, StoredVariable } from "./program";

/** Between blocks that can be taken, in units of the workspace. */
const GAP = 12;

type Json = Record<string, unknown>;

/** More blocks than this do not fit on a school's screen without scrolling, so they stand in categories. */
const FLAT = 9;

const checks: Record<InputShape["kind"], Json> = {
  number: { type: "input_value", check: "Number" },
  condition: { type: "input_value", check: "Boolean" },
  statements: { type: "input_statement" },
};

const kinds: Record<BlockShape["kind"], Json> = {
  hat: {},
  statement: { previousStatement: null, nextStatement: null },
  number: { output: "Number" },
  condition: { output: "Boolean" },
};

/** How Blockly is to make each block; drop-down conditions are those of the level. */
export function definitions(level: Pick<Level, "conditions">, language: Language): Json[] {
  const field = (shape: FieldShape): Json => {
    if (shape.kind === "number") return { type: "field_number", min: shape.min, max: shape.max, precision: 1 };
    if (shape.kind === "variable") return { type: "field_variable", variableTypes: [shape.variable], defaultType: shape.variable };
    const allowed = shape.list === "whens" && level.conditions?.length ? level.conditions : null;
    const offered = optionsOf(shape).filter(option => allowed?.includes(option.value) ?? true);
    return { type: "field_dropdown", options: offered.map(option => [option.text[language], option.value]) };
  };
  return blocks.map(block => {
    const parts = new Map<string, Json>([
      ...(block.fields ?? []).map(shape => [shape.name, { ...field(shape), name: shape.name }] as const),
      ...(block.inputs ?? []).map(shape => [shape.name, { ...checks[shape.kind], name: shape.name }] as const),
    ]);
    return {
      type: block.type,
      style: block.category,
      tooltip: block.tip[language],
      inputsInline: true,
      ...kinds[block.kind],
      ...(block.kind === "hat" && block.procedure === undefined ? { nextStatement: null } : {}),
      ...messages(block.text[language], parts),
    };
  });
}

/** Each line of the text is a message of Blockly's, with its parts in the order they are named. */
function messages(text: string, parts: Map<string, Json>): Json {
  return Object.fromEntries(text.split("\n").flatMap((line, at) => {
    const named: Json[] = [];
    const message = line.replace(/\{(\w+)\}/g, (_, name: string) => `%${named.push(parts.get(name)!)}`);
    return [[`message${at}`, message], [`args${at}`, named]];
  }));
}

/** What can be taken: all at once where they are few, else by category. */
export function toolbox(level: Level, language: Language): Json {
  const open = blocks.filter(block => block.tool === null ? false : level.tools.includes(block.tool));
  const items = (of: BlockShape[]) => of.map(block => item(block, level.start?.variables ?? []));
  if (open.length <= FLAT) return { kind: "flyoutToolbox", contents: items(open) };
  return {
    kind: "categoryToolbox",
    contents: categories.filter(({ key }) => open.some(block => block.category === key)).map(({ key, text, colour }) =>
      ({ kind: "category", name: text[language], colour, contents: items(open.filter(block => block.category === key)) })),
  };
}

function item(block: BlockShape, variables: StoredVariable[]): Json {
  const fields = (block.fields ?? []).flatMap(field => {
    const first = field.kind === "variable" ? variables.find(({ type }) => (type ?? "") === field.variable) : undefined;
    return first ? [[field.name, { id: first.id, name: first.name, type: first.type ?? "" }]] : [];
  });
  const inputs = (block.inputs ?? []).flatMap(input => input.shadow ? [[input.name, { shadow: input.shadow }]] : []);
  return { kind: "block", type: block.type, gap: GAP, fields: Object.fromEntries(fields), inputs: Object.fromEntries(inputs) };
}

/** How many of a block there may be, by type. */
export const most = (level: Level): Record<string, number> => Object.fromEntries(
  blocks.flatMap(block => block.tool !== null && level.most?.[block.tool] !== undefined ? [[block.type, level.most[block.tool]!]] : []));

/** Where a pupil begins: the level's blocks, else the hat alone. Hats cannot be moved nor thrown away. */
export function startOf(level: Level): Program {
  const start = level.start ?? {};
  const stacks = start.blocks?.blocks.length ? start.blocks.blocks : [{ type: "sc_start", id: "start" }];
  return {
    ...start,
    blocks: {
      languageVersion: 0,
      blocks: stacks.map((block, at) =>
        ({ x: 24, y: 24 + 200 * at, ...block, ...(/^sc_start/.test(block.type) ? { deletable: false, movable: false } : {}) })),
    },
  };
}
