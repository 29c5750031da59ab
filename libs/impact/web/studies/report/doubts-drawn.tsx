import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { useClassNames } from '../class-names.js';
import { phrases } from '../phrases.js';
import { Doubt, type DoubtOf } from './doubt.js';
import { doubtPhrases } from './doubt-phrases.js';
import { holdsOne, whole } from './facts.js';
import { agrees, wavesApart } from './judge.js';
import { Along, Forest, type NamedRatio } from './ratio-pictures.js';

export function CurveDoubt({ report: { curve }, plan: { decisionWindow: k }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const points = curve?.points.map(({ decisionWindow, ...ratio }) => ({ ...ratio, at: decisionWindow, main: decisionWindow === k })) ?? [];
  const most = Math.max(0, ...points.map(({ at }) => at));
  const sentence = standing === 'unchecked' ? t('curveNone') : t(standing === 'stands' ? 'curveStable' : 'curveUnstable', { k, most });
  return (
    <Doubt ask={t('curveAsk')} standing={standing} sentence={sentence}>
      {points.length > 0 && <Along title={sentence} note={t('curveNote', { k })} head={t('curveAt')} points={points} />}
    </Doubt>
  );
}

export function ControlDoubt({ report: { control }, plan, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const format = useFormat();
  const classes = useClassNames()(plan.controlClasses);
  if (!whole(control)) return <Doubt ask={t('controlAsk')} standing={standing} sentence={t('controlNone')} />;
  const [ratio, low, high] = [control.ratio, control.low, control.high].map((value) => format.decimal(value, 2)) as [string, string, string];
  const sentence = t(standing === 'stands' ? 'controlStands' : 'controlMoved', { classes, ratio, low, high });
  return (
    <Doubt ask={t('controlAsk')} standing={standing} sentence={sentence}>
      <Forest title={sentence} rows={[{ ...control, name: classes, main: true }]} />
    </Doubt>
  );
}

export function WavesDoubt({ report, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const tp = usePhrases(phrases);
  const format = useFormat();
  const { waves } = report;
  const rows = waves.map((wave) => ({ ...wave, name: t('waveName', { month: format.month(wave.month), n: wave.trainedHalls }), main: true, cells: [format.count(wave.comparisonHalls)] }));
  if (waves.length === 0) return null;
  const apart = wavesApart(report);
  const sentence = apart.length
    ? t('wavesApart', { n: apart.length, months: apart.map(({ month }) => format.month(month)).join(tp('listSign')) })
    : waves.length === 1
      ? t('wavesOne')
      : t('wavesFinding', { n: waves.length });
  return (
    <Doubt ask={t('wavesAsk')} standing={standing} sentence={sentence}>
      <Forest title={sentence} note={t('wavesNote')} rows={rows} head={[t('waveOthers')]} />
    </Doubt>
  );
}

function useSensitivitySentence({ report: { sensitivity, effect }, standing }: DoubtOf): string {
  const t = usePhrases(doubtPhrases);
  const format = useFormat();
  if (!sensitivity) return t('sensitivityNone');
  if (standing === 'unchecked' || !effect || holdsOne(effect)) return t('sensitivityHolds');
  const { breakdown } = sensitivity;
  if (breakdown === null) return t('sensitivityAny');
  return breakdown < 0.05 ? t('sensitivityZero') : t('sensitivityBreak', { times: format.decimal(breakdown, 1) });
}

export function SensitivityDoubt(doubt: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const { sensitivity } = doubt.report;
  const sentence = useSensitivitySentence(doubt);
  const points = sensitivity?.bands.map(({ violation, low, high }) => ({ at: violation, ratio: null, low, high, main: true })) ?? [];
  return (
    <Doubt ask={t('sensitivityAsk')} standing={doubt.standing} sentence={sentence}>
      {points.length > 0 && <Along title={sentence} note={t('sensitivityNote', { kind: t(sensitivity?.sharp ? 'conditional' : 'conservative') })} head={t('sensitivityAt')} points={points} />}
    </Doubt>
  );
}

export function OtherDoubt({ report: { effect, symmetricWindow, decisionRate }, standing }: DoubtOf): ReactNode {
  const t = usePhrases(doubtPhrases);
  const tp = usePhrases(phrases);
  const named = [[t('main'), effect, true], [t('symmetric'), symmetricWindow, false], [t('decisionRate'), decisionRate, false]] as const;
  const rows: readonly NamedRatio[] = named.flatMap(([name, ratio, main]) => (whole(ratio) ? [{ ratio: ratio.ratio, low: ratio.low, high: ratio.high, name, main }] : []));
  const apart = rows.filter((row) => !row.main && !agrees(row, effect)).map(({ name }) => name);
  const sentence = standing === 'unchecked' ? t('otherNone') : apart.length ? t('otherApart', { names: apart.join(tp('listSign')) }) : t('otherSame');
  return (
    <Doubt ask={t('otherAsk')} standing={standing} sentence={sentence}>
      {rows.length > 1 && <Forest title={sentence} note={t('otherNote')} rows={rows} />}
    </Doubt>
  );
}
