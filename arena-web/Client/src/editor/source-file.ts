/** Null: the file has more bytes than `largest`, or is no text. */
export async function textOf(file: Blob, largest: number): Promise<string | null> {
  if (file.size > largest) return null;
  const text = await file.text();
  return text.includes("\0") ? null : text;
}

/** Whether the name ends in one of the extensions, which stand like ".pas .pp". */
export const hasExtension = (name: string, extensions: string): boolean =>
  name.includes(".") && extensions.split(" ").includes(name.slice(name.lastIndexOf(".")).toLowerCase());
