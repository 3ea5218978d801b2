/** Bytes of the largest source that the editor takes from a file. */
export const LARGEST = 256 * 1024;

/** Null: the file is too large, or no text. */
export async function textOf(file: Blob): Promise<string | null> {
  if (file.size > LARGEST) return null;
  const text = await file.text();
  return text.includes("\0") ? null : text;
}

/** Whether the name ends in one of the extensions, which stand like ".pas .pp". */
export const hasExtension = (name: string, extensions: string): boolean =>
  name.includes(".") && extensions.split(" ").includes(name.slice(name.lastIndexOf(".")).toLowerCase());
