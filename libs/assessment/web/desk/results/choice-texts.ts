interface Asked {
  readonly type: string;
  readonly options: readonly { readonly key: string; readonly text: string }[];
  readonly prompts: readonly { readonly key: string; readonly text: string }[];
}

/** What was answered, in the words of the paper: options by their text, pairs as pairs, what was written as it is. */
export function choiceTexts({ type, options, prompts }: Asked, choice: readonly string[]): string[] {
  const textOf = (key: string): string => options.find((option) => option.key === key)?.text ?? key;
  if (type === 'matching') return choice.flatMap((key, index) => (key ? [`${prompts[index]?.text ?? ''} → ${textOf(key)}`] : []));
  if (!options.length) return choice.filter((text) => text.trim());
  return choice.map((key, index) => (type === 'ordering' ? `${index + 1}. ${textOf(key)}` : textOf(key)));
}
