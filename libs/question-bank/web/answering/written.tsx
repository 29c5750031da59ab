import { usePhrases } from '@skillhall/ui/i18n';
import { useId, type ReactNode } from 'react';
import styles from './answering.module.css';
import { lengthOf, placed } from './answers.js';
import { phrases } from './phrases.js';
import type { InputProps } from './question-input.js';

const longestBlank = 200;
const longestText = 4000;

/** One blank: a line to write into, with the unit behind it. */
export function BlankField({ face, choice, onChange, index }: InputProps & { readonly index: number }): ReactNode {
  const t = usePhrases(phrases);
  const blank = face.blanks[index];
  if (!blank) return null;
  const { kind, unit } = blank;
  const value = choice[index] ?? '';
  const label = unit ? t('blankNumberUnit', { n: index + 1, unit }) : t('blankNumber', { n: index + 1 });
  return (
    <span className={styles['blank']}>
      <input
        type="text"
        aria-label={label}
        placeholder={face.blanks.length > 1 ? String(index + 1) : undefined}
        value={value}
        maxLength={longestBlank}
        size={Math.min(24, Math.max(kind === 'number' ? 7 : 8, [...value].length * 2))}
        inputMode={kind === 'number' ? 'decimal' : 'text'}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(placed(choice, face.blanks.length, index, event.target.value))}
      />
      {unit && <span aria-hidden>{unit}</span>}
    </span>
  );
}

/** Blanks that have no place in the stem, one under the other. */
export function BlankList({ indices, ...props }: InputProps & { readonly indices: readonly number[] }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <ul className={styles['blanks']}>
      {indices.map((index) => (
        <li key={index}>
          <span aria-hidden>{props.face.blanks.length > 1 ? t('blankNumber', { n: index + 1 }) : t('yourAnswer')}</span>
          <BlankField {...props} index={index} />
        </li>
      ))}
    </ul>
  );
}

/** A text of one's own, with its length. */
export function FreeText({ choice, onChange }: InputProps): ReactNode {
  const t = usePhrases(phrases);
  const id = useId();
  const text = choice[0] ?? '';
  return (
    <div className={styles['free']}>
      <label htmlFor={id} className={styles['hint']}>
        {t('yourAnswer')}
      </label>
      <textarea
        id={id}
        rows={7}
        value={text}
        maxLength={longestText}
        aria-describedby={`${id}-count`}
        onChange={(event) => onChange(event.target.value === '' ? [] : [event.target.value])}
      />
      <p id={`${id}-count`} className={styles['count']}>
        {t('characters', { count: lengthOf(text) })}
      </p>
    </div>
  );
}
