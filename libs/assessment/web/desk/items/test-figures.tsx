import type { ItemAnalysisQuery } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Figure } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { phrases } from './phrases.js';
import styles from './items.module.css';

export type Test = NonNullable<NonNullable<ItemAnalysisQuery['itemAnalysis']>['test']>;

/** Nunnally 1978, Psychometric Theory, 2nd ed., 245: 0.7 suffices for early work, 0.8 and more where scores decide. */
export const alphaMeaning = (alpha: number | null): 'alphaNone' | 'alpha-good' | 'alpha-fair' | 'alpha-poor' =>
  alpha === null ? 'alphaNone' : alpha >= 0.8 ? 'alpha-good' : alpha >= 0.7 ? 'alpha-fair' : 'alpha-poor';

/** Within ±0.5 a distribution is fairly even. Bulmer 1979, Principles of Statistics, 63. */
const skewMeaning = (skewness: number): 'skew-low' | 'skew-even' | 'skew-high' => (skewness < -0.5 ? 'skew-low' : skewness > 0.5 ? 'skew-high' : 'skew-even');
const kurtosisMeaning = (kurtosis: number): 'kurtosis-flat' | 'kurtosis-even' | 'kurtosis-sharp' => (kurtosis < -1 ? 'kurtosis-flat' : kurtosis > 1 ? 'kurtosis-sharp' : 'kurtosis-even');

/** Figures of the paper, each with its meaning in a sentence. */
export function TestFigures({ test }: { readonly test: Test }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const { mean, median, maximum, standardDeviation, skewness, kurtosis, cronbachAlpha, standardError, errorRatio } = test;
  const figure = (name: 'alpha' | 'standardError' | 'mean' | 'deviation' | 'skewness' | 'kurtosis' | 'errorRatio', value: string, meaning: string): ReactNode => (
    <li key={name}>
      <Figure value={value}>{t(name)}</Figure>
      <p className={styles['soft']}>{meaning}</p>
    </li>
  );
  return (
    <ul className={styles['figures']}>
      {figure('alpha', format.decimal(cronbachAlpha, 2), t(alphaMeaning(cronbachAlpha ?? null)))}
      {figure('standardError', format.decimal(standardError, 1), t('errorText'))}
      {figure('mean', format.decimal(mean, 1), t('meanText', { max: format.decimal(maximum, 0), median: format.decimal(median, 1) }))}
      {figure('deviation', format.decimal(standardDeviation, 1), t('deviationText'))}
      {errorRatio != null && figure('errorRatio', format.share(errorRatio / 100), t('errorRatioText'))}
      {skewness != null && figure('skewness', format.decimal(skewness, 2), t(skewMeaning(skewness)))}
      {kurtosis != null && figure('kurtosis', format.decimal(kurtosis, 2), t(kurtosisMeaning(kurtosis)))}
    </ul>
  );
}
