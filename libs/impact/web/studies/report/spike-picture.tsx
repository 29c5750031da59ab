import { Drawing } from '@skillhall/ui/chart';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { rateDigits } from '../../charts/month-series.js';
import { SpikeLines } from '../../charts/spike-lines.js';
import { reportPhrases } from './phrases.js';
import { spansOf, type Answer } from './facts.js';

const pictureHeight = 280;
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
  const t = usePhrases(reportPhrases);
  const format = useFormat();
  const shift = useShift();
  const { trained, untrained, series, unmatched } = spike;
  const rate = (value: number | null) => format.decimal(value, rateDigits(value));
  return (
    <Drawing
      title={t('spikeTitle', { before: rate(trained.before), after: rate(trained.after), change: shift(trained), otherBefore: rate(untrained.before), otherAfter: rate(untrained.after), otherChange: shift(untrained) })}
      note={`${t('spikeNote')}${unmatched > 0 ? ` ${t('spikeUnmatched', { n: unmatched })}` : ''}`}
      height={pictureHeight}
      draw={(width) => (
        <SpikeLines
          points={series}
          spans={spansOf(events, { decision: t('windowSpan'), phaseIn: t('phaseSpan') })}
          names={{ trained: t('trained', { n: trained.halls }), untrained: t('untrained', { n: untrained.halls }) }}
          amount={(value) => format.short(value)}
          width={width}
          height={pictureHeight}
        />
      )}
      table={{ head: [t('relative'), t('trainedHead'), t('untrainedHead')], rows: series.map((point) => [String(point.relative), rate(point.trained), rate(point.untrained)]) }}
    />
  );
}
