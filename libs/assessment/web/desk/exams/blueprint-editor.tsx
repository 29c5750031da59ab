import type { FixedFaceFragment } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { blueprintPhrases } from './blueprint-phrases.js';
import { type Draft, newRow, totalsOf, withSection } from './exam-draft.js';
import styles from './exams.module.css';
import { FixedQuestions } from './fixed-questions.js';
import { RowEditor, useKinds } from './row-editor.js';
import type { Counted } from './use-blueprint-check.js';

interface Props {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  /** What the bank has; undefined before anything was counted. */
  readonly counted: Counted | undefined;
  /** The figures are those of a moment ago. */
  readonly old: boolean;
  readonly locked: boolean;
  readonly unitId: string;
  /** Of the fixed questions that were there from the start. */
  readonly known: readonly FixedFaceFragment[];
}

function Problems({ counted }: { readonly counted: Counted | undefined }): ReactNode {
  const t = usePhrases(blueprintPhrases);
  return counted?.problems.map((problem, index) => (
    <p key={index} role="alert" className={styles['problem']}>
      {problem.kind === 'too-few'
        ? t('tooFew', { rows: problem.rows.map(({ section, row }) => t('rowOf', { section: section + 1, row: row + 1 })).join(t('listed')), needed: problem.needed!, available: problem.available! })
        : t('fixedGone')}
    </p>
  ));
}

/** 组卷规则: sections, and in each so many questions of a kind. */
export function BlueprintEditor(props: Props): ReactNode {
  const t = usePhrases(blueprintPhrases);
  const format = useFormat();
  const { draft, onChange, counted, old, locked, unitId, known } = props;
  const kinds = useKinds();
  const [faces, setFaces] = useState<ReadonlyMap<string, FixedFaceFragment>>(new Map(known.map((face) => [face.questionId, face])));
  const totals = totalsOf(draft);
  const heads = ['type', 'track', 'category', 'competency', 'difficulty', 'count', 'marksEach', 'inBank'] as const;
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
                  <RowEditor key={index} draft={draft} onChange={onChange} counted={counted} old={old} locked={locked} kinds={kinds} section={place} index={index} />
                ))}
              </tbody>
            </table>
          </div>
          <div className={styles['more']}>
            {!locked && <Button onClick={() => onChange(withSection(draft, place, { rows: [...section.rows, newRow()] }))}>{t('addRow')}</Button>}
            <FixedQuestions draft={draft} onChange={onChange} section={place} locked={locked} unitId={unitId} faces={faces} onMeet={(face) => setFaces(new Map(faces).set(face.questionId, face))} />
          </div>
        </section>
      ))}
      <Problems counted={counted} />
      <div className={styles['totals']}>
        {!locked && <Button onClick={() => onChange({ ...draft, sections: [...draft.sections, { title: '', rows: [newRow()], fixed: [] }] })}>{t('addSection')}</Button>}
        <strong>{t('totals', { questions: totals.questions, marks: format.short(totals.marks, 2) })}</strong>
      </div>
    </>
  );
}
