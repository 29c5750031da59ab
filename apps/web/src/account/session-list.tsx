import { graphql, useMutation, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Loaded } from '@skillhall/ui/page';
import { Banner, Button, Rows, Tag } from '@skillhall/ui/pieces';
import { deviceName } from '@skillhall/ui/session';
import { useState, type ReactNode } from 'react';
import styles from './account.module.css';
import { phrases } from './phrases.js';

const sessionsQuery = graphql(`
  query MySessions {
    mySessions {
      id
      current
      lastSeenAt
      userAgent
      ip
    }
  }
`);

const endMutation = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id) {
      __typename
      ... on UserError {
        code
        message
      }
    }
  }
`);

/** Where the account is signed in, and the way to end it there. */
export function SessionList(): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const query = useQuery(sessionsQuery, {});
  const [end, { running }] = useMutation(endMutation);
  const [said, setSaid] = useState<string>();
  const finish = async (id: string) => {
    const result = (await end({ id }))?.endSession;
    if (result) setSaid(result.__typename === 'EndSessionSuccess' ? t('ended') : result.message);
  };
  return (
    <Loaded query={query}>
      {({ mySessions }) => (
        <>
          {said && (
            <Banner tone="note" live>
              {said}
            </Banner>
          )}
          <Rows>
            {mySessions.map(({ id, current, userAgent, ip, lastSeenAt }) => (
              <li key={id} className={styles['session']}>
                <div>
                  <p>
                    <strong>{deviceName(userAgent) ?? t('unknownDevice')}</strong> {current && <Tag tone="good">{t('thisDevice')}</Tag>}
                  </p>
                  <p className={styles['soft']}>{[ip, t('lastSeen', { at: format.moment(lastSeenAt) })].filter(Boolean).join(' · ')}</p>
                </div>
                {!current && (
                  <Button busy={running} onClick={() => void finish(id)}>
                    {t('endSession')}
                  </Button>
                )}
              </li>
            ))}
          </Rows>
        </>
      )}
    </Loaded>
  );
}
