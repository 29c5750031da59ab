import { Chart, type Palette } from '@skillhall/ui/chart';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { AnalyseExamMutation, ItemAnalysisQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Button, Switch } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { analyseExamMutation, itemAnalysisQuery } from './documents.js';
import { isJudged, isWeak, type Item, ItemCard } from './item-card.js';
import { phrases } from './phrases.js';
import styles from './items.module.css';
import { type Point, scatterOption } from './scatter-option.js';
import { TestFigures } from './test-figures.js';

type Report = NonNullable<ItemAnalysisQuery['itemAnalysis']>;
const pick = (data: AnalyseExamMutation) => data.analyseExam;
const askAgainMs = 2000;

const atOnce = 40;

function Scatter({ items }: { readonly items: readonly Item[] }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const points = useMemo(
    () => items.flatMap((item): Point[] => (item.facility == null || item.discriminationIndex == null ? [] : [{ code: item.code, facility: item.facility, discrimination: item.discriminationIndex, standing: isWeak(item) ? 'weak' : isJudged(item) ? 'fine' : 'few' }])),
    [items],
  );
  const option = useCallback(
    (palette: Palette) => scatterOption(points, { facility: t('facility'), discrimination: t('discrimination'), weak: t('weak'), fine: t('fine'), few: t('few'), share: (value) => format.share(value) }, palette),
    [points, t, format],
  );
  const [weak, judged] = [items.filter(isWeak).length, items.filter(isJudged).length];
  const few = items.length - judged;
  const title = few > 0 ? t(judged > 0 ? 'scatterSome' : 'scatterNone', { weak, n: judged, few }) : t(weak > 0 ? 'scatterFew' : 'scatterAll', { weak, n: judged });
  return (
    <Chart
      title={title}
      note={t('scatterNote')}
      height={420}
      option={option}
      table={{ head: [t('question'), t('facility'), t('discrimination')], rows: points.map(({ code, facility, discrimination }) => [code, format.share(facility), format.decimal(discrimination, 0)]) }}
    />
  );
}

function Items({ examId, items }: { readonly examId: string; readonly items: readonly Item[] }): ReactNode {
  const t = usePhrases(phrases);
  const [onlyWeak, setOnlyWeak] = useState(true);
  const [most, setMost] = useState(atOnce);
  const shown = (onlyWeak ? items.filter(isWeak) : [...items]).sort((a, b) => (a.discriminationIndex ?? 101) - (b.discriminationIndex ?? 101));
  const choose = (
    <span className={styles['only']}>
      <Switch checked={onlyWeak} onChange={setOnlyWeak} aria-label={t('onlyWeak')} /> {t('onlyWeak')}
    </span>
  );
  return (
    <Section title={t('list')} actions={choose}>
      {!shown.length && <p className={styles['soft']}>{t('noWeak')}</p>}
      <ol className={styles['items']}>
        {shown.slice(0, most).map((item) => (
          <ItemCard key={item.versionId} examId={examId} item={item} />
        ))}
      </ol>
      {shown.length > most && <Button onClick={() => setMost(most + atOnce)}>{t('more', { n: shown.length - most })}</Button>}
    </Section>
  );
}

function Board({ report, refetch }: { readonly report: Report; readonly refetch: () => Promise<void> }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const notice = useNotice();
  const [analyse, running] = useAction(analyseExamMutation, pick);
  const [waitsFor, setWaitsFor] = useState<string | null>();
  const waiting = waitsFor !== undefined && waitsFor === (report.at ?? null);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => void refetch(), askAgainMs);
    return () => clearInterval(timer);
  }, [waiting, refetch]);
  const ask = async () => {
    if (!(await analyse({ examId: report.examId }))) return;
    setWaitsFor(report.at ?? null);
    notice.done(t('asked'));
  };
  const button = (
    <Button type={report.at ? 'default' : 'primary'} loading={running || waiting} onClick={() => void ask()}>
      {t(report.at ? 'again' : 'analyse')}
    </Button>
  );
  const actions = (
    <>
      {report.at && button}
      {report.at && (
        <Button href={`/files/exams/${report.examId}/items.xlsx`} download>
          {t('export')}
        </Button>
      )}
    </>
  );
  const trail = [
    { to: '/desk/results', text: t('results') },
    { to: `/desk/results/${report.examId}`, text: report.title },
  ];
  return (
    <Page title={t('items')} trail={trail} lead={report.test && t('lead', { n: format.count(report.test.attempts), at: format.moment(report.at) })} actions={actions} help={<p>{t('help')}</p>}>
      {report.test ? (
        <>
          <Scatter items={report.items} />
          <Section title={t('test')}>
            <TestFigures test={report.test} />
          </Section>
          <Items examId={report.examId} items={report.items} />
        </>
      ) : (
        <Empty title={t('none')} action={button}>
          {t('noneText')}
        </Empty>
      )}
    </Page>
  );
}

/** What became of the questions of one exam. */
export function ItemsPage(): ReactNode {
  const t = usePhrases(phrases);
  const { examId = '' } = useParams();
  const query = useQuery(itemAnalysisQuery, { examId });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={10} />}>
      {({ itemAnalysis }) =>
        itemAnalysis ? (
          <Board report={itemAnalysis} refetch={query.refetch} />
        ) : (
          <Page title={t('items')} trail={[{ to: '/desk/results', text: t('results') }]}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
