import { usePhrases } from '@skillhall/ui/i18n';
import { useId, type ReactNode } from 'react';
import styles from './answering.module.css';
import { letterAt, placed } from './answers.js';
import { phrases } from './phrases.js';
import type { InputProps } from './question-input.js';

/** What goes with each prompt, chosen from one list. */
export function MatchList({ face, choice, onChange }: InputProps): ReactNode {
  const t = usePhrases(phrases);
  const id = useId();
  return (
    <ul className={styles['matches']}>
      {face.prompts.map(({ key, text }, at) => (
        <li key={key} className={styles['match']}>
          <label htmlFor={`${id}-${key}`}>
            <span className="visually-hidden">{t('chooseFor', { text })}</span>
            <span aria-hidden>{text}</span>
          </label>
          <select
            id={`${id}-${key}`}
            value={choice[at] ?? ''}
            data-set={choice[at] ? true : undefined}
            onChange={(event) => onChange(placed(choice, face.prompts.length, at, event.target.value))}
          >
            <option value="">{t('notChosen')}</option>
            {face.options.map((option, place) => (
              <option key={option.key} value={option.key}>
                {letterAt(place)} · {option.text}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}
