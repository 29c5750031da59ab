import type { BlankKey, QuestionPart } from '@skillhall/question-bank/domain';
import { usePhrases, type Say } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { questionPhrases } from './phrases.js';
import styles from './question.module.css';

type Words = typeof questionPhrases extends { readonly shape?: infer Shape } ? Say<NonNullable<Shape>> : never;

const percent = (credit: number): string => String(Math.round(credit * 1000) / 10);

function accepted(key: BlankKey, t: Words): string[] {
  const worth = (credit: number): string[] => (credit === 1 ? [] : [t('worth', { n: percent(credit) })]);
  const said = (text: string, more: readonly string[]): string => (more.length ? `${text}（${more.join('，')}）` : text);
  if (key.kind === 'text') return key.accepted.map(({ text, credit }) => said(text, [...worth(credit), ...(key.matchCase ? [t('matchCase')] : [])]));
  return key.accepted.map(({ value, tolerance, credit }) => said([value, key.unit].filter((each) => each !== null).join(' '), [...(tolerance > 0 ? [t('tolerance', { n: tolerance })] : []), ...worth(credit)]));
}

/** What the rules say of a key beyond the right answer itself, line by line. */
export function keyNotes({ key }: QuestionPart, t: Words): { readonly name: string; readonly lines: readonly string[] }[] {
  switch (key.kind) {
    case 'choice':
      if (key.rule === 'allOrNothing') return [];
      return [{ name: t('scoring'), lines: [t(key.rule), ...Object.entries(key.credits ?? {}).map(([option, credit]) => `${option}：${percent(credit)}%`)] }];
    case 'order':
    case 'match':
      return [{ name: t('scoring'), lines: [t(key.rule)] }];
    case 'blanks':
      return [
        ...key.blanks.map((blank, at) => ({ name: t('alternatives', { n: at + 1 }), lines: accepted(blank, t) })),
        ...(key.anyOrder ? [{ name: t('scoring'), lines: [t('anyOrder')] }] : []),
      ];
    case 'formula':
      return [
        { name: t('variables'), lines: key.variables.map((variable) => t('variableRange', variable)) },
        ...key.blanks.map(({ formula, tolerance, decimals }) => ({ name: t('formula'), lines: [formula, [t('decimals', { n: decimals }), t('tolerance', { n: tolerance })].join('，')] })),
      ];
    case 'rubric':
      return [
        { name: t('rubric'), lines: key.criteria.map(({ text, share }) => `${text}（${t('shareOf', { n: percent(share) })}）`) },
        ...(key.modelAnswer === null ? [] : [{ name: t('modelAnswer'), lines: [key.modelAnswer] }]),
      ];
    case 'parts':
      return [];
  }
}

/** The key as one text, to be compared with that of another version. */
export function useKeyText(): (part: QuestionPart) => string {
  const t = usePhrases(questionPhrases);
  return (part) => {
    const { key } = part;
    const right = key.kind === 'choice' || key.kind === 'order' || key.kind === 'match' ? [key.correct.join('、')] : [];
    return [...right, ...keyNotes(part, t).map(({ name, lines }) => `${name}：${lines.join('；')}`)].join('\n');
  };
}

/** The rules of a key under its right answer. */
export function KeyNotes({ part }: { readonly part: QuestionPart }): ReactNode {
  const t = usePhrases(questionPhrases);
  const notes = keyNotes(part, t);
  return (
    notes.length > 0 && (
      <dl className={styles['notes']}>
        {notes.map(({ name, lines }, at) => (
          <div key={at}>
            <dt>{name}</dt>
            {lines.map((line, index) => (
              <dd key={index}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    )
  );
}
