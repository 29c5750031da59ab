import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { rateDigits } from '../../charts/month-series.js';
import { useChange } from '../../use-change.js';
import { Doubt, type DoubtOf } from './doubt.js';
import { doubtPhrases } from './doubt-phrases.js';
import type { Report } from './judge.js';
import styles from './report.module.css';

/** P-values as far as they say anything. */
export function usePValue(): (p: number | null) => string {
  const format = useFormat();
  return (p) => (p !== null && p < 0.001 ? '< 0.001' : format.decimal(p, p !== null && p < 0.1 ? 3 : 2));
}

export function LeadsDoubt({ report: { leadsP }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const p = usePValue()(leadsP);
  return <Doubt ask={t('leadsAsk')} standing={standing} sentence={standing === 'unchecked' ? t('leadsNone') : t(standing === 'stands' ? 'leadsQuiet' : 'leadsLoud', { p })} />;
}

export function PermutationDoubt({ report: { permutation }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const format = useFormat();
  const say = usePValue();
  return <Doubt ask={t('permutationAsk')} standing={standing} sentence={permutation ? t('permutationFinding', { draws: format.count(permutation.draws), p: say(permutation.p) }) : t('permutationNone')} />;
}

function NaiveTable({ naive }: { readonly naive: NonNullable<Report['naive']> }): ReactNode {
  const t = usePhrases(doubtPhrases);
  const format = useFormat();
  const change = useChange();
  const rate = (value: number) => format.decimal(value, rateDigits(value));
  return (
    <table className={styles['numbers']}>
      <thead>
        <tr>
          {(['naiveHead', 'naiveBefore', 'naiveAfter', 'naiveChange'] as const).map((key) => (
            <th key={key} scope="col">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {([['naiveQuarter', naive.quarter], ['naiveYear', naive.year]] as const).map(([key, { before, after, ratio }]) => (
          <tr key={key}>
            <th scope="row">{t(key)}</th>
            <td>{rate(before)}</td>
            <td>{rate(after)}</td>
            <td>{ratio === null ? format.share(null) : change(ratio)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function NaiveDoubt({ report: { naive }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const change = useChange();
  if (!naive || naive.quarter.ratio === null) return null;
  return (
    <Doubt ask={t('naiveAsk')} standing={standing} sentence={t('naiveFinding', { change: change(naive.quarter.ratio) })}>
      <NaiveTable naive={naive} />
    </Doubt>
  );
}

const Lines = ({ texts }: { readonly texts: readonly string[] }): ReactNode =>
  texts.length > 0 && (
    <ul className={styles['lines']}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );

export function CoTrainingDoubt({ report: { coTraining }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  return (
    <Doubt ask={t('coTrainingAsk')} standing={standing} sentence={coTraining.length ? t('coTrainingSome', { n: coTraining.length }) : t('coTrainingNone')}>
      <Lines texts={coTraining.map(({ text }) => text)} />
    </Doubt>
  );
}

export function ExclusionsDoubt({ report: { exclusions }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  return (
    <Doubt ask={t('exclusionsAsk')} standing={standing} sentence={exclusions.length ? t('exclusionsSome', { n: exclusions.length }) : t('exclusionsNone')}>
      <Lines texts={exclusions.map(({ text }) => text)} />
    </Doubt>
  );
}
