import { shortStem } from '@skillhall/question-bank/answering';
import { questionPhrases } from '@skillhall/question-bank/picking';
import { SearchSelect } from '@skillhall/ui/desk';
import type { FixedFaceFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Button, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { type Draft, withFixed, withSection } from './exam-draft.js';
import { questionsToFixQuery } from './exam-documents.js';
import styles from './exams.module.css';
import { blueprintPhrases } from './blueprint-phrases.js';

export type Faces = ReadonlyMap<string, FixedFaceFragment>;

const longestStem = 60;
const brief = (stem: string): string => {
  const line = shortStem(stem).replaceAll(/\s+/g, ' ');
  return line.length > longestStem ? `${line.slice(0, longestStem)}…` : line;
};

/** A question in one line: its number, its type, how it begins. */
function useNamed(): (face: FixedFaceFragment) => string {
  const word = usePhrases(questionPhrases);
  return ({ code, type, stem }) => `${code} · ${word(type)} · ${brief(stem)}`;
}

interface FixedProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly section: number;
  readonly locked: boolean;
  readonly unitId: string;
  readonly faces: Faces;
  readonly onMeet: (face: FixedFaceFragment) => void;
}

function Picker({ unitId, taken, onPick }: { readonly unitId: string; readonly taken: ReadonlySet<string>; readonly onPick: (face: FixedFaceFragment) => void }): ReactNode {
  const t = usePhrases(blueprintPhrases);
  const named = useNamed();
  const [asked, setAsked] = useState('');
  const found = useQuery(questionsToFixQuery, asked ? { unitId, search: asked } : null);
  const faces = asked ? (found.data?.questionsToFix ?? []) : [];
  return (
    <SearchSelect
      label={t('addFixed')}
      className={styles['picker']}
      options={faces.map((face) => ({ value: face.questionId, label: named(face), disabled: taken.has(face.questionId) }))}
      loading={found.loading}
      hint={t('searchHint')}
      none={t('noneFound')}
      onAsk={setAsked}
      onChoose={(chosen) => onPick(faces.find(({ questionId }) => questionId === chosen)!)}
    />
  );
}

/** Questions of a section that stand on every paper. */
export function FixedQuestions({ draft, onChange, section, locked, unitId, faces, onMeet }: FixedProps): ReactNode {
  const t = usePhrases(blueprintPhrases);
  const named = useNamed();
  const { fixed } = draft.sections[section]!;
  const set = (next: typeof fixed) => onChange(withSection(draft, section, { fixed: next }));
  return (
    <>
      {fixed.length > 0 && (
        <ul className={styles['fixed']} aria-label={t('fixed')}>
          {fixed.map(({ questionId, marks }) => {
            const face = faces.get(questionId);
            return (
              <li key={questionId}>
                <span className={styles['stem']}>{face ? named(face) : t('fixedUnknown')}</span>
                <InputNumber aria-label={t('marksOf', { code: face?.code ?? '' })} disabled={locked} min={0.01} max={1000} precision={2} value={marks} formatter={(value) => String(value ?? '')} onChange={(value) => set(fixed.map((one) => (one.questionId === questionId ? { ...one, marks: value ?? 1 } : one)))} />
                <span>{t('marksWord')}</span>
                {!locked && (
                  <Button type="text" size="small" onClick={() => set(fixed.filter((one) => one.questionId !== questionId))}>
                    {t('remove')}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {!locked && (
        <Picker
          unitId={unitId}
          taken={new Set(draft.sections.flatMap((one) => one.fixed.map(({ questionId }) => questionId)))}
          onPick={(face) => {
            onMeet(face);
            onChange(withFixed(draft, section, face.questionId));
          }}
        />
      )}
    </>
  );
}
