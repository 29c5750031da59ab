import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { Banner, LinkButton } from '@skillhall/ui/pieces';
import { useViewer } from '@skillhall/ui/session';
import { useEffect, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { Lobby } from '../components/lobby.js';
import { lobbyPhrases } from '../lobby-phrases.js';
import { deviceOutbox } from '../outbox/device-outbox.js';
import { attemptPath } from '../paths.js';
import { mySittingQuery } from '../sitting-documents.js';
import { sittingPhrases } from '../sitting-phrases.js';

const pollMs = 20_000;

/** The paper of this sitting that is kept on this device and was not handed in. */
function useKeptPaper(sittingId: string): string | undefined {
  const { accountId } = useViewer();
  const [kept, setKept] = useState<string>();
  useEffect(() => {
    let gone = false;
    void deviceOutbox().then(async ({ store }) => {
      const found = (await store.snapshots(accountId)).find(({ attempt }) => attempt.sittingId === sittingId && attempt.state === 'open');
      if (!gone) setKept(found?.attemptId);
    });
    return () => {
      gone = true;
    };
  }, [accountId, sittingId]);
  return kept;
}

/** The lobby of a sitting; without a network the paper begun here can still be opened. */
export function SittingPage(): ReactNode {
  const t = usePhrases(lobbyPhrases);
  const c = usePhrases(sittingPhrases);
  const sittingId = useParams()['sittingId']!;
  const query = useQuery(mySittingQuery, { id: sittingId }, { pollMs });
  const kept = useKeptPaper(sittingId);
  return (
    <>
      {query.failure && kept !== undefined && (
        <Banner tone="warn" live action={<LinkButton to={attemptPath(kept, null)}>{c('resume')}</LinkButton>}>
          {t('offlineOpen')}
        </Banner>
      )}
      <Loaded whole query={query} skeleton={<Skeleton cards lines={3} />}>
        {({ mySitting }) =>
          mySitting ? (
            <Lobby sitting={mySitting} refetch={query.refetch} />
          ) : (
            <Empty whole title={t('missing')} action={<LinkButton to="/today">{t('toToday')}</LinkButton>}>
              {t('missingText')}
            </Empty>
          )
        }
      </Loaded>
    </>
  );
}
