import { type Locale, type PhraseValues, say } from '@skillhall/kernel';
import { labels } from './phrases.js';
import type { StudyPlan } from './plan.js';

const percent = (share: number | null): string => (share === null ? '–' : (share * 100).toFixed(0));

/** The plan as lines that a person reads, the sentence first. */
export function planLines(plan: StudyPlan, lang: Locale): string[] {
  const t = (label: keyof typeof labels, values: PhraseValues = {}): string => say(labels[label], lang, values);
  const { shocks, simulation } = plan;
  const months = plan.table[0]!.falls.map(({ postMonths }) => String(postMonths).padStart(5)).join('');
  return [
    plan.sentence,
    '',
    t('shocks', { sd: shocks.sd.toFixed(2), correlation: shocks.correlation.toFixed(2), source: t(shocks.source) }),
    ...(simulation ? [t('simulation', { runs: simulation.runs, halls: simulation.hallsInHistory, rate: Number(simulation.ratePerHallMonth.toPrecision(2)), power: percent(simulation.power), formula: percent(simulation.formulaPower), alarms: percent(simulation.falseAlarms), coverage: percent(simulation.coverage) })] : []),
    t('needed'),
    ...plan.hallsNeededFor.map(({ fall, halls }) => `  ${t('fallOf', { fall: percent(fall), halls })}`),
    t('table'),
    `  ${t('halls').padStart(6)}${months}`,
    ...plan.table.map(({ halls, falls }) => `  ${String(halls).padStart(6)}${falls.map(({ minimumDetectableFall }) => percent(minimumDetectableFall).padStart(5)).join('')}`),
    t('rollouts'),
    ...plan.rollouts.map(({ plan: order, answerAfterMonths, timeline }) => {
      const answer = answerAfterMonths === null ? t('never') : t('afterMonths', { months: answerAfterMonths });
      return `  ${order} → ${answer}; ${timeline.map(({ months: at, minimumDetectableFall }) => `${at}: ${percent(minimumDetectableFall)}`).join(', ')}`;
    }),
    t('notes'),
    ...plan.notes.map(({ text }) => `  ${text}`),
  ];
}

export const printPlan = (plan: StudyPlan, lang: Locale): void => console.log(planLines(plan, lang).join('\n'));
