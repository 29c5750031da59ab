import { usePhrases } from '@skillhall/ui/i18n';
import { useId, type ReactNode } from 'react';
import styles from './answering.module.css';
import { letterAt, toggled } from './answers.js';
import { phrases } from './phrases.js';
import type { InputProps } from './question-input.js';

/** What stands in the circle of an option: its place as it is seen here, for options change places; the key is what is kept. */
const signOf = (type: string, key: string, at: number): string => (type !== 'trueFalse' ? letterAt(at) : key === 'T' ? '✓' : '✗');

/** Options as large cards; several may be chosen where the question says so. */
export function ChoiceCards({ face, choice, onChange }: InputProps): ReactNode {
  const t = usePhrases(phrases);
  const name = useId();
  const several = face.type === 'multiple';
  const keys = face.options.map(({ key }) => key);
  return (
    <>
      {several && <p className={styles['hint']}>{t('severalHint')}</p>}
      <div className={styles['options']}>
        {face.options.map(({ key, text }, at) => (
          <label key={key} className={styles['option']}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={key}
              checked={choice.includes(key)}
              onChange={() => onChange(several ? toggled(keys, choice, key) : [key])}
            />
            <span className={styles['letter']} data-several={several || undefined} aria-hidden={face.type === 'trueFalse'}>
              {signOf(face.type, key, at)}
            </span>
            <span className={styles['text']}>{text}</span>
          </label>
        ))}
      </div>
    </>
  );
}
