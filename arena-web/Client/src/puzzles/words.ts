/** Sentences of the page in its language, from the element that the server wrote. */
export class Words {
  constructor(private readonly sentences: Record<string, string>) {}

  /** A sentence with {0}, {1} … filled in. */
  say(key: string, ...values: (string | number)[]): string { return fill(this.sentences[key] ?? "", values); }
}

export const fill = (sentence: string, values: (string | number)[]): string =>
  sentence.replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ""));
