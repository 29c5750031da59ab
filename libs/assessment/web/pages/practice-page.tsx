import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Banner, Card, Choice, LinkButton } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import { useViewer } from '@skillhall/ui/session';
import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { missedPath, roundPath } from '../paths.js';
import { Chapters } from '../practice/chapters.js';
import { devicePractice } from '../practice/device-practice.js';
import { practiceHomeQuery } from '../practice/documents.js';
import { Mocks } from '../practice/mocks.js';
import { type Home, Modes } from '../practice/modes.js';
import { practicePhrases } from '../practice/phrases.js';
import styles from '../practice/practice.module.css';
import { type RoundSize, roundSizes, storedSize, storeSize } from '../practice/round-size.js';
import { useStart } from '../practice/use-start.js';

/** A round kept on this device that is not finished: it can be gone on with when the server cannot be reached. */
function useKeptOpen(): string | undefined {
  const { accountId } = useViewer();
  const [id, setId] = useState<string>();
  useEffect(() => {
    let gone = false;
    void devicePractice().then(async ({ store }) => {
      const open = (await store.all(accountId)).filter(({ round, waiting }) => round.endedAt === null && round.answers.length + waiting.length < round.questions.length);
      open.sort((a, b) => Date.parse(b.round.startedAt) - Date.parse(a.round.startedAt));
      if (!gone) setId(open[0]?.id);
    });
    return () => {
      gone = true;
    };
  }, [accountId]);
  return id;
}

function OpenRound({ round }: { readonly round: Home['open'][number] }): ReactNode {
  const t = usePhrases(practicePhrases);
  return (
    <Card className={styles['open']!}>
      <span className={styles['what']}>
        <strong>{round.chapterName ?? t(round.mode)}</strong>
        <span>{t('goOnText', { n: round.answered, total: round.total })}</span>
      </span>
      <LinkButton look="main" to={roundPath(round.id)}>
        {t('goOn')}
      </LinkButton>
    </Card>
  );
}

function HomeView({ home }: { readonly home: Home }): ReactNode {
  const t = usePhrases(practicePhrases);
  const { busy, fault, startRound, startMock } = useStart();
  const [size, setSize] = useState(storedSize);
  const choose = (next: RoundSize) => {
    storeSize(next);
    setSize(next);
  };
  const rounds = { size: Number(size) };
  if (home.total === 0 && !home.mocks.length && !home.open.length) return <Empty title={t('empty')}>{t('emptyText')}</Empty>;
  return (
    <>
      {fault && (
        <Banner tone="bad" live>
          {fault}
        </Banner>
      )}
      {home.open.map((round) => (
        <OpenRound key={round.id} round={round} />
      ))}
      <Modes home={home} busy={busy} onStart={(mode) => void startRound({ mode, ...rounds })} />
      {home.missed > 0 && (
        <Link to={missedPath} className={styles['link']}>
          {t('missedLink')}
        </Link>
      )}
      <Choice label={t('size')} value={size} onChange={choose} options={roundSizes.map((value) => ({ value, text: t('sizeOf', { n: value }) }))} />
      <Mocks mocks={home.mocks} busy={busy} onStart={(examId) => void startMock(examId)} />
      <Chapters home={home} busy={busy} onStart={(chapterId) => void startRound({ mode: 'chapter', chapterId, ...rounds })} />
    </>
  );
}

/** Where practice begins: go on, choose a way, a chapter, or a mock exam. */
export function PracticePage(): ReactNode {
  const t = usePhrases(practicePhrases);
  const query = useQuery(practiceHomeQuery, {});
  const kept = useKeptOpen();
  return (
    <Screen
      title={t('title')}
      lead={t('lead')}
      back="/learn"
      help={
        <>
          <p>{t('help')}</p>
          <p>{t('helpOffline')}</p>
          <p>{t('helpExams')}</p>
        </>
      }
    >
      {query.failure && kept !== undefined && (
        <Banner tone="warn" live action={<LinkButton to={roundPath(kept)}>{t('goOn')}</LinkButton>}>
          {t('keptTitle')}
        </Banner>
      )}
      <Loaded query={query} skeleton={<Skeleton cards lines={4} />}>
        {({ practiceHome }) => (practiceHome ? <HomeView home={practiceHome} /> : <Empty title={t('empty')}>{t('emptyText')}</Empty>)}
      </Loaded>
    </Screen>
  );
}
