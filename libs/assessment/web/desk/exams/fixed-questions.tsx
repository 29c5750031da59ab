import { shortStem } from '@skillhall/question-bank/answering';
import type { FixedFaceFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Button, InputNumber, Select } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
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
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const found = useQuery(questionsToFixQuery, asked ? { unitId, search: asked } : null);
  const faces = asked ? (found.data?.questionsToFix ?? []) : [];
  return (
    <Select
      className={styles['picker'] ?? ''}
      aria-label={t('addFixed')}
      placeholder={t('addFixed')}
      value={null}
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      loading={found.loading}
      notFoundContent={asked && !found.loading ? t('noneFound') : t('searchHint')}
      options={faces.map(({ questionId, code, stem, type }) => ({ value: questionId, label: `${code} · ${t(type)} · ${brief(stem)}`, disabled: taken.has(questionId) }))}
      onSelect={(chosen: string | null) => {
        const face = faces.find(({ questionId }) => questionId === chosen);
        setSearch('');
        if (face) onPick(face);
      }}
    />
  );
}

/** Questions of a section that stand on every paper. */
export function FixedQuestions({ draft, onChange, section, locked, unitId, faces, onMeet }: FixedProps): ReactNode {
  const t = usePhrases(blueprintPhrases);
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
                <span className={styles['stem']}>{face ? `${face.code} · ${t(face.type)} · ${brief(face.stem)}` : t('fixedUnknown')}</span>
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
