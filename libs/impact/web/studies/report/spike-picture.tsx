import { Chart, type Palette } from '@skillhall/ui/chart';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { useCallback, type ReactNode } from 'react';
import { rateDigits } from '../../charts/month-series.js';
import { spikeOption } from '../../charts/spike-option.js';
import { phrases } from '../phrases.js';
import { spansOf, type Answer } from './facts.js';

type Spike = NonNullable<Answer['sameSpike']>;

/** −26 %, with the sign of a fall said. */
function useShift(): (side: Spike['trained']) => string {
  const format = useFormat();
  return ({ before, after }) => {
    const shift = before > 0 ? after / before - 1 : null;
    return shift === null ? format.share(null) : `${shift > 0 ? '+' : shift < 0 ? '−' : ''}${format.share(Math.abs(shift))}`;
  };
}

/** Trained halls beside untrained ones with the same record: what a peak does by itself. It explains and proves nothing. */
export function SpikePicture({ spike, events }: { readonly spike: Spike; readonly events: Answer['events'] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const shift = useShift();
  const { trained, untrained, series, unmatched } = spike;
  const [trainedHalls, untrainedHalls] = [trained.halls, untrained.halls];
  const option = useCallback(
    (palette: Palette) =>
      spikeOption(
        series,
        spansOf(events, { decision: t('windowSpan'), phaseIn: t('phaseSpan') }),
        { at: (at) => String(at), trained: t('trained', { n: trainedHalls }), untrained: t('untrained', { n: untrainedHalls }) },
        palette,
      ),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words change with the language, and the format with it
    [series, events, trainedHalls, untrainedHalls, format],
  );
  const rate = (value: number | null) => format.decimal(value, rateDigits(value));
  return (
    <Chart
      title={t('spikeTitle', { before: rate(trained.before), after: rate(trained.after), change: shift(trained), otherBefore: rate(untrained.before), otherAfter: rate(untrained.after), otherChange: shift(untrained) })}
      note={`${t('spikeNote')}${unmatched > 0 ? ` ${t('spikeUnmatched', { n: unmatched })}` : ''}`}
      height={300}
      option={option}
      table={{ head: [t('relative'), t('trainedHead'), t('untrainedHead')], rows: series.map((point) => [String(point.relative), rate(point.trained), rate(point.untrained)]) }}
    />
  );
}
