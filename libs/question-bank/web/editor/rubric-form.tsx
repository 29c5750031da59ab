import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import type { FormProps } from './choice-form.js';
import { editorPhrases } from './editor-phrases.js';
import styles from './editor.module.css';
import { Area, Group, PercentLine, Problem, Small } from './fields.js';
import type { PartWith } from './part-draft.js';

/** By what points people mark a short answer, and what a good one says. */
export function RubricForm({ part, onChange, path }: FormProps<PartWith<'rubric'>>): ReactNode {
  const t = usePhrases(editorPhrases);
  const { criteria, modelAnswer } = part.key;
  const change = (next: typeof criteria) => onChange({ ...part, key: { ...part.key, criteria: next } });
  const sum = criteria.reduce((total, { share }) => total + (Number.isFinite(share) ? share : 0), 0);
  const nextId = String(1 + Math.max(0, ...criteria.map(({ id }) => Number(id) || 0)));
  return (
    <>
      <Group title={t('rubric')} hint={t('sharesSum', { n: Math.round(sum * 1000) / 10 })}>
        <ul className={styles['rows']}>
          {criteria.map((criterion, at) => (
            <li key={criterion.id} className={styles['row']}>
              <Area label={t('criterion', { n: at + 1 })} quietLabel rows={1} value={criterion.text} field={`${path}key.criteria.${at}`} onChange={(text) => change(criteria.with(at, { ...criterion, text }))} />
              <PercentLine label={t('share')} quietLabel value={criterion.share} onChange={(share) => change(criteria.with(at, { ...criterion, share }))} />
              <Small sign="×" label={t('remove')} disabled={criteria.length <= 1} onClick={() => change(criteria.toSpliced(at, 1))} />
            </li>
          ))}
        </ul>
        <Problem field={`${path}key.criteria`} />
        <Small label={t('addCriterion')} disabled={criteria.length >= 20} onClick={() => change([...criteria, { id: nextId, text: '', share: Math.max(0, Math.round((1 - sum) * 1e4) / 1e4) }])} />
      </Group>
      <Area label={t('modelAnswer')} rows={3} value={modelAnswer ?? ''} field={`${path}key.modelAnswer`} onChange={(text) => onChange({ ...part, key: { ...part.key, modelAnswer: text === '' ? null : text } })} />
    </>
  );
}
