import type { StudyRunLineFragment } from '@skillhall/ui/gql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section } from '@skillhall/ui/page';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { readingPhrases } from './reading-phrases.js';
import styles from './studies.module.css';
import { VerdictTag } from './study-state.js';

/** A digest is told apart by its beginning. */
export const shortDigest = (digest: string): string => digest.slice(0, 8);

function RunLine({ run, shown }: { readonly run: StudyRunLineFragment; readonly shown: boolean }): ReactNode {
  const t = usePhrases(readingPhrases);
  const format = useFormat();
  const { number, state, report, snapshot } = run;
  return (
    <li>
      <strong>{t('runNumber', { number })}</strong>
      <span>{report ? <VerdictTag verdict={report.verdict} /> : t(`run-${state}`)}</span>
      <span>
        {format.moment(run.askedAt)} · {run.askedBy} · {run.reason || t('firstRun')}
      </span>
      {shown ? <span className={styles['soft']}>{t('shown')}</span> : state === 'done' ? <Link to={`?run=${number}`}>{t('runShow')}</Link> : <span />}
      {snapshot && (
        <small>
          {t('runDataValue', {
            ...{ halls: format.count(snapshot.halls), trained: format.count(snapshot.trainedHalls), digest: shortDigest(snapshot.digest) },
            ...{ first: format.month(snapshot.firstMonth), last: format.month(snapshot.lastMonth) },
          })}
          {run.methodVersion && ` · ${run.methodVersion}`}
        </small>
      )}
    </li>
  );
}

/** Every computation of a study: who, when, why, on which data. */
export function RunLog({ runs, shown }: { readonly runs: readonly StudyRunLineFragment[]; readonly shown: string | undefined }): ReactNode {
  const t = usePhrases(readingPhrases);
  return (
    <Section title={t('log')}>
      <p className={styles['soft']}>{t('logLead')}</p>
      <ol className={styles['log']} reversed>
        {runs.map((run) => (
          <RunLine key={run.id} run={run} shown={run.id === shown} />
        ))}
      </ol>
    </Section>
  );
}
