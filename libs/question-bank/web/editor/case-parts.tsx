import type { QuestionPart } from '@skillhall/question-bank/domain';
import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Problem, Small } from './fields.js';
import { emptyPart } from './part-draft.js';
import { PartForm } from './part-form.js';
import { partTypes } from './question-draft.js';

const most = 20;

/** The questions of a case, each with everything that a question has. */
export function CaseParts({ parts, onChange }: { readonly parts: readonly QuestionPart[]; readonly onChange: (parts: readonly QuestionPart[]) => void }): ReactNode {
  const t = usePhrases(editorPhrases);
  const swap = (at: number, to: number) => onChange(parts.with(at, parts[to]!).with(to, parts[at]!));
  return (
    <section className={styles['parts']} aria-label={t('parts')}>
      {parts.map((part, at) => (
        <fieldset key={at} className={styles['box']}>
          <legend>{t('partOf', { n: at + 1 })}</legend>
          <span className={styles['tools']}>
            <Small sign="↑" label={t('moveUp')} disabled={at === 0} onClick={() => swap(at, at - 1)} />
            <Small sign="↓" label={t('moveDown')} disabled={at === parts.length - 1} onClick={() => swap(at, at + 1)} />
            <Small sign="×" label={t('remove')} disabled={parts.length <= 1} onClick={() => onChange(parts.toSpliced(at, 1))} />
          </span>
          <PartForm part={part} path={`parts.${at}.`} types={partTypes} onChange={(next) => onChange(parts.with(at, next))} />
        </fieldset>
      ))}
      <Problem field="parts" />
      <Small label={t('addPart')} disabled={parts.length >= most} onClick={() => onChange([...parts, emptyPart('single')])} />
    </section>
  );
}
