import type { StudyPlanFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { download, toCsv } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';
import { doubtPhrases } from './doubt-phrases.js';
import type { Report } from './judge.js';
import { reportRows } from './report-rows.js';

interface ExportProps {
  readonly study: StudyPlanFragment;
  readonly report: Report;
  readonly number: number;
}

/** The figures behind all pictures as one file, the sentence and the plan above them. */
export function ExportButton({ study, report, number }: ExportProps): ReactNode {
  const t = usePhrases(phrases);
  const td = usePhrases(doubtPhrases);
  const save = () => {
    const rows = reportRows(report, {
      head: [td('name'), t('relative'), t('ratio'), t('low'), t('high')],
      ...{ effect: t('result'), events: t('relative'), waves: td('waveMonth'), curve: td('curveAt'), control: td('controlAsk') },
      ...{ trained: t('trainedHead'), untrained: t('untrainedHead') },
    });
    const above = [[study.title], [report.sentence], [t('runNumber', { number }), study.planDigest ?? ''], []];
    download(`${study.title}-${number}.csv`, toCsv([...above, ...rows]), 'text/csv');
  };
  return <Button onClick={save}>{t('exportTable')}</Button>;
}
