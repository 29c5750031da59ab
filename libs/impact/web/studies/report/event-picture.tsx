import { Drawing } from '@skillhall/ui/chart';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { Intervals } from '../../charts/intervals.js';
import { useChange } from '../../use-change.js';
import { reportPhrases } from './phrases.js';
import { averaged, peakOf, spansOf, whole, type Answer } from './facts.js';

const pictureHeight = 320;
const tones = { cleanBefore: 'inkSoft', decision: 'warn', phaseIn: 'inkSoft', after: 'brand' } as const;

/** The finding as the title: the averaged effect with its interval, never a bare number. */
function useTitle(report: Answer): string {
  const t = usePhrases(reportPhrases);
  const format = useFormat();
  const months = averaged(report.events);
  if (!whole(report.effect) || !months) return t('pictureNone');
  const [ratio, low, high] = [report.effect.ratio, report.effect.low, report.effect.high].map((value) => format.decimal(value, 2)) as [string, string, string];
  return t('pictureTitle', { ...months, ratio, low, high });
}

/** Month by month around training, against untrained halls; the months that the decision looked at shaded and named. */
export function EventPicture({ report, decisionWindow }: { readonly report: Answer; readonly decisionWindow: number }): ReactNode {
  const t = usePhrases(reportPhrases);
  const format = useFormat();
  const change = useChange();
  const title = useTitle(report);
  const { events } = report;
  if (events.length === 0) return null;
  const points = events.map(({ relative, window, ...ratio }) => ({ ...ratio, at: relative, tone: tones[window] }));
  const peak = peakOf(events);
  const number = (value: number | null) => format.decimal(value, 2);
  return (
    <Drawing
      title={title}
      note={`${peak === null ? '' : `${t('pictureSpike', { k: decisionWindow, times: format.decimal(peak, 1) })} `}${t('pictureNote')}`}
      height={pictureHeight}
      draw={(width) => <Intervals points={points} spans={spansOf(events, { decision: t('windowSpan'), phaseIn: t('phaseSpan') })} change={change} width={width} height={pictureHeight} />}
      table={{ head: [t('relative'), t('ratio'), t('low'), t('high'), t('kind')], rows: events.map(({ relative, ratio, low, high, window }) => [String(relative), number(ratio), number(low), number(high), t(window)]) }}
    />
  );
}
