import type { ExamDetailFragment, QuestionType, Track } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { tracks, useTrackName } from '@skillhall/ui/track';
import { Button, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import { type Draft, newRow, totalsOf, withRow, withSection } from './exam-draft.js';
import styles from './exams.module.css';

const types = ['single', 'multiple', 'trueFalse', 'fillIn', 'numeric', 'ordering', 'matching', 'calculation', 'shortAnswer', 'case'] as const satisfies readonly QuestionType[];

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** As the server last counted; undefined while the draft differs from what it holds. */
  readonly counted: Pick<ExamDetailFragment, 'fitting' | 'problems'> | undefined;
  readonly locked: boolean;
}

function RowEditor({ draft, onChange, counted, locked, section, index }: Props & { readonly section: number; readonly index: number }): ReactNode {
  const t = usePhrases(phrases);
  const trackName = useTrackName();
  const row = draft.sections[section]!.rows[index]!;
  const set = (change: Partial<typeof row>) => onChange(withRow(draft, section, index, change));
  const fitting = counted?.fitting[section]?.[index];
  const short = counted?.problems.some(({ rows }) => rows.some((place) => place.section === section && place.row === index)) ?? false;
  return (
    <tr data-short={short || undefined}>
      <td>
        <Select<QuestionType | ''> aria-label={t('type')} disabled={locked} value={row.type ?? ''} onChange={(type) => set({ type: type || null })} options={[{ value: '' as const, label: t('anyType') }, ...types.map((type) => ({ value: type, label: t(type) }))]} />
      </td>
      <td>
        <Select<Track | ''> aria-label={t('track')} disabled={locked} value={row.track ?? ''} onChange={(track) => set({ track: track || null })} options={[{ value: '' as const, label: t('anyTrack') }, ...tracks.map((track) => ({ value: track, label: trackName(track) }))]} />
      </td>
      <td className={styles['range']}>
        <InputNumber aria-label={t('leastDifficulty')} disabled={locked} min={1} max={row.mostDifficulty} value={row.leastDifficulty} onChange={(value) => set({ leastDifficulty: value ?? 1 })} />
        <span>–</span>
        <InputNumber aria-label={t('mostDifficulty')} disabled={locked} min={row.leastDifficulty} max={5} value={row.mostDifficulty} onChange={(value) => set({ mostDifficulty: value ?? 5 })} />
      </td>
      <td>
        <InputNumber aria-label={t('count')} disabled={locked} min={1} max={500} value={row.count} onChange={(value) => set({ count: value ?? 1 })} />
      </td>
      <td>
        <InputNumber aria-label={t('marksEach')} disabled={locked} min={0.01} max={1000} precision={2} value={row.marks} formatter={(value) => String(value ?? '')} onChange={(value) => set({ marks: value ?? 1 })} />
      </td>
      <td className={styles['fits']}>{fitting === undefined ? '–' : t('fits', { n: fitting })}</td>
      <td>
        {!locked && (
          <Button type="text" size="small" onClick={() => onChange(withSection(draft, section, { rows: draft.sections[section]!.rows.filter((_, place) => place !== index) }))}>
            {t('remove')}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** 组卷规则: sections, and in each so many questions of a kind. */
export function BlueprintEditor(props: Props): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { draft, onChange, counted, locked } = props;
  const totals = totalsOf(draft);
  const heads = ['type', 'track', 'difficulty', 'count', 'marksEach', 'inBank'] as const;
  return (
    <>
      {draft.sections.map((section, place) => (
        <section key={place} className={styles['section']}>
          <div className={styles['sectionHead']}>
            <Input aria-label={t('sectionTitle')} disabled={locked} value={section.title} maxLength={200} onChange={(event) => onChange(withSection(draft, place, { title: event.target.value }))} />
            {!locked && draft.sections.length > 1 && (
              <Button type="text" onClick={() => onChange({ ...draft, sections: draft.sections.filter((_, index) => index !== place) })}>
                {t('removeSection')}
              </Button>
            )}
          </div>
          <div className={styles['scroll']}>
            <table className={styles['grid']}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {t(head)}
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {section.rows.map((_, index) => (
                  <RowEditor key={index} {...props} section={place} index={index} />
                ))}
              </tbody>
            </table>
          </div>
          {!locked && <Button onClick={() => onChange(withSection(draft, place, { rows: [...section.rows, newRow()] }))}>{t('addRow')}</Button>}
        </section>
      ))}
      {counted?.problems.map((problem, index) => (
        <p key={index} role="alert" className={styles['problem']}>
          {problem.kind === 'too-few'
            ? t('tooFew', { rows: problem.rows.map(({ section, row }) => t('rowOf', { section: section + 1, row: row + 1 })).join('、'), needed: problem.needed!, available: problem.available! })
            : t('fixedGone')}
        </p>
      ))}
      <div className={styles['totals']}>
        {!locked && <Button onClick={() => onChange({ ...draft, sections: [...draft.sections, { title: '', rows: [newRow()], fixed: [] }] })}>{t('addSection')}</Button>}
        <strong>{t('totals', { questions: totals.questions, marks: format.decimal(totals.marks, Number.isInteger(totals.marks) ? 0 : 2) })}</strong>
      </div>
    </>
  );
}
