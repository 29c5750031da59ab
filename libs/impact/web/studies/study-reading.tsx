import type { StudyPageQuery, StudyRunLineFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Skeleton } from '@skillhall/ui/page';
import { Banner, Bar } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { phrases } from './phrases.js';
import { readingPhrases } from './reading-phrases.js';
import { ExportButtons } from './report/export-buttons.js';
import { StudyReport } from './report/study-report.js';
import { runQuery } from './report-documents.js';
import { RunDialog } from './run-dialog.js';
import { RunLog, shortDigest } from './run-log.js';
import styles from './studies.module.css';
import { StudyStateTag, underWay } from './study-state.js';
import { useRun } from './use-run.js';

type Found = NonNullable<StudyPageQuery['study']>;

function PlanLine({ study }: { readonly study: Found }): ReactNode {
  const t = usePhrases(readingPhrases);
  const tp = usePhrases(phrases);
  const format = useFormat();
  const said = [
    study.lockedAt && t('lockedOn', { date: format.date(study.lockedAt), name: study.lockedBy ?? '–' }),
    study.dataUntilAtLock && t('knownUntil', { month: format.month(study.dataUntilAtLock) }),
    study.planDigest && t('digest', { digest: shortDigest(study.planDigest) }),
  ].filter(Boolean);
  return (
    <>
      {study.course?.name ?? tp('courseGone')} · {study.unit.name} <StudyStateTag state={study.state} />
      <br />
      <span className={styles['planLine']}>{said.join(' · ')}</span>
    </>
  );
}

function Replacing({ study: { replaces, replacedBy } }: { readonly study: Found }): ReactNode {
  const t = usePhrases(readingPhrases);
  return (
    <>
      {replacedBy && (
        <Banner tone="warn">
          <Link to={`/desk/studies/${replacedBy.id}`}>{t('replacedBy', { title: replacedBy.title })}</Link>
        </Banner>
      )}
      {replaces && (
        <p>
          <Link to={`/desk/studies/${replaces.id}`}>{t('replaces', { title: replaces.title })}</Link>
        </p>
      )}
    </>
  );
}

function Running({ run }: { readonly run: StudyRunLineFragment }): ReactNode {
  const t = usePhrases(readingPhrases);
  const tp = usePhrases(phrases);
  const said = run.state === 'waiting' ? tp('waiting') : tp('running', { percent: run.progress });
  return (
    <Banner tone="note" live>
      <div className={styles['running']}>
        <strong>{said}</strong>
        <Bar done={run.progress} total={100} label={said} />
        <span>{t('runningText')}</span>
      </div>
    </Banner>
  );
}

/** Nobody has looked at the data: the one thing to do, large. */
function NotRun({ study }: { readonly study: Found }): ReactNode {
  const t = usePhrases(readingPhrases);
  const tp = usePhrases(phrases);
  const [run, running] = useRun(study.id);
  const may = study.mayManage && study.state === 'locked';
  return (
    <Empty
      title={tp('notRun')}
      action={
        may && (
          <Button type="primary" size="large" loading={running} onClick={() => void run()}>
            {t('runFirst')}
          </Button>
        )
      }
    >
      {may && t('runFirstText')}
    </Empty>
  );
}

function ShownRun({ study, run, latest }: { readonly study: Found; readonly run: StudyRunLineFragment; readonly latest: StudyRunLineFragment }): ReactNode {
  const t = usePhrases(readingPhrases);
  const tp = usePhrases(phrases);
  const query = useQuery(runQuery, { id: run.id });
  return (
    <>
      {run !== latest && (
        <Banner tone="warn" action={<Link to="?">{t('toLatest')}</Link>}>
          {t('olderRun', { number: run.number, latest: latest.number })}
        </Banner>
      )}
      <Loaded query={query} skeleton={<Skeleton lines={3} cards />}>
        {({ studyRun }) => (studyRun?.report ? <StudyReport report={studyRun.report} plan={study} /> : <Empty title={tp('gone')} />)}
      </Loaded>
    </>
  );
}

function useActions(study: Found, shown: StudyRunLineFragment | undefined, onRunAgain: () => void): ReactNode {
  const t = usePhrases(readingPhrases);
  const go = useNavigate();
  const open = study.mayManage && study.state === 'locked';
  return (
    <>
      {shown && <ExportButtons runId={shown.id} />}
      {open && <Button onClick={() => void go(`/desk/studies/new?replaces=${study.id}`)}>{t('changePlan')}</Button>}
      {open && study.runs.length > 0 && (
        <Button type="primary" disabled={Boolean(underWay(study.runs))} onClick={onRunAgain}>
          {t('runAgain')}
        </Button>
      )}
    </>
  );
}

/** A locked study as a manager reads it: verdict, picture, doubts, log. */
export function StudyReading({ study }: { readonly study: Found }): ReactNode {
  const t = usePhrases(readingPhrases);
  const tp = usePhrases(phrases);
  const [search] = useSearchParams();
  const [asking, setAsking] = useState(false);
  const { runs } = study;
  const latest = runs.find(({ state }) => state === 'done');
  const shown = runs.find(({ number, state }) => state === 'done' && String(number) === search.get('run')) ?? latest;
  const running = underWay(runs);
  const failed = runs[0]?.state === 'failed' ? runs[0] : undefined;
  const actions = useActions(study, shown, () => setAsking(true));
  return (
    <Page
      title={study.title}
      trail={[{ to: '/desk/studies', text: tp('title') }]}
      lead={<PlanLine study={study} />}
      actions={actions}
      help={
        <>
          <p>{tp('help')}</p>
          <p>
            <Link to="/desk/studies/method">{tp('toMethod')}</Link>
          </p>
        </>
      }
    >
      <Replacing study={study} />
      {running && <Running run={running} />}
      {failed && (
        <Banner tone="bad" live>
          {t('failedRun', { number: failed.number })}
        </Banner>
      )}
      {shown && latest && <ShownRun key={shown.id} study={study} run={shown} latest={latest} />}
      {runs.length === 0 && <NotRun study={study} />}
      {runs.length > 0 && <RunLog runs={runs} shown={shown?.id} />}
      {asking && <RunDialog plan={study} former={latest} onClose={() => setAsking(false)} />}
    </Page>
  );
}
