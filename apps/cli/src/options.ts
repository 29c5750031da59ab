import { type Locale, locales } from '@skillhall/kernel';
import { type Command, InvalidArgumentError, Option } from 'commander';

const read = (text: string, least: number, most: number, what: string, fits: (value: number) => boolean): number => {
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= most) || !fits(value)) throw new InvalidArgumentError(`a ${what} from ${least} to ${most} is wanted.`);
  return value;
};

export const number = (least: number, most: number) => (text: string): number => read(text, least, most, 'number', () => true);
export const wholeNumber = (least: number, most: number) => (text: string): number => read(text, least, most, 'whole number', Number.isInteger);

export interface Said {
  readonly json?: boolean;
  readonly lang: Locale;
}

/** The two options of every offline computation. */
export function saying(command: Command): Command {
  return command.option('--json', 'print one object').addOption(new Option('--lang <locale>', 'language of the sentences').choices([...locales]).default('zh-CN'));
}
