import type { StudyPlanFragment } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import type { ReactNode } from 'react';
import { reportPhrases } from './phrases.js';
import { VerdictTag } from '../study-state.js';
import { Basis, Texts } from './basis.js';
import { Doubts } from './doubts.js';
import { EventPicture } from './event-picture.js';
import { Figures } from './figures.js';
import type { Report } from './judge.js';
import styles from './report.module.css';
import { SpikePicture } from './spike-picture.js';

function Verdict({ report: { verdict, headline, sentence } }: { readonly report: Report }): ReactNode {
  // What the eye sees before the verdict, or why there is no number after it.
  const rest = sentence.replace(headline, '').trim();
  return (
    <div className={styles['verdict']}>
      <p>
        <VerdictTag verdict={verdict} />
      </p>
      <h2>{headline}</h2>
      {rest && <p className={styles['soft']}>{rest}</p>}
    </div>
  );
}

/** The answer in a sentence, the picture, the doubts, and what it all rests on. */
export function StudyReport({ report, plan }: { readonly report: Report; readonly plan: StudyPlanFragment }): ReactNode {
  const t = usePhrases(reportPhrases);
  return (
    <div className={styles['report']}>
      <Verdict report={report} />
      <Figures report={report} />
      <div className={styles['pictures']}>
        <EventPicture report={report} decisionWindow={plan.decisionWindow} />
        {report.sameSpike && report.sameSpike.series.length > 0 && <SpikePicture spike={report.sameSpike} events={report.events} />}
      </div>
      <Doubts report={report} plan={plan} />
      <div className={styles['columns']}>
        <Basis report={report} plan={plan} />
        <Texts title={t('notes')} texts={report.notes} />
      </div>
    </div>
  );
}
