import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Card, Rows } from '@skillhall/ui/pieces';
import { Screen } from '@skillhall/ui/screen';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { lobbyPhrases } from '../lobby-phrases.js';
import { blockedNow, offsetOf, type MySitting } from '../my-sitting.js';
import { attemptPath } from '../paths.js';
import { sittingPhrases } from '../sitting-phrases.js';
import { useNow } from '../use-now.js';
import { AttemptResult } from './attempt-result.js';
import { LobbyFacts } from './lobby-facts.js';
import { LobbyStart } from './lobby-start.js';
import styles from './lobby.module.css';
import { UntilOpening } from './until-opening.js';

type Part = { readonly sitting: MySitting };

/** What is written down around the answers, said before anybody begins. */
function Noted({ sitting: { proctoring } }: Part): ReactNode {
  const t = usePhrases(lobbyPhrases);
  const noted = [proctoring.fullScreen && t('notedFullScreen'), proctoring.blur && t('notedBlur'), proctoring.paste && t('notedPaste')].filter((text) => text !== false);
  return (
    <Card className={styles['card']!}>
      <h2>{t('noted')}</h2>
      <ul className={styles['points']}>
        {[...noted, t('notedNetwork')].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className={styles['soft']}>{t('notedWhy')}</p>
    </Card>
  );
}

function Done({ sitting }: Part): ReactNode {
  const t = usePhrases(lobbyPhrases);
  const format = useFormat();
  const done = sitting.myAttempts.filter(({ receipt }) => receipt !== null);
  if (done.length === 0) return null;
  return (
    <section className={styles['done']}>
      <h2>{t('done')}</h2>
      <Rows>
        {done.map(({ id, state, receipt }) => (
          <li key={id}>
            <Link to={attemptPath(id, null)} className={styles['attempt']}>
              <span>{format.moment(receipt!.submittedAt)}</span>
              <AttemptResult state={state} receipt={receipt} />
            </Link>
          </li>
        ))}
      </Rows>
    </section>
  );
}

/** Before an exam: when, where, how long, how it works, what is noted, and the button that comes alive in time. */
export function Lobby({ sitting, refetch }: Part & { readonly refetch: () => Promise<void> }): ReactNode {
  const t = usePhrases(lobbyPhrases);
  const c = usePhrases(sittingPhrases);
  const serverNow = useNow() + offsetOf(sitting);
  const blocked = blockedNow(sitting, serverNow);
  const over = blocked === 'used' || blocked === 'closed' || blocked === 'cancelled';
  return (
    <Screen
      over={sitting.title === sitting.examTitle ? c('exam') : sitting.title}
      title={sitting.examTitle}
      back="/today"
      help={<p>{t('help')}</p>}
      action={<LobbyStart sitting={sitting} blocked={blocked} refetch={refetch} />}
    >
      <Done sitting={sitting} />
      {blocked === 'planned' && (
        <Card className={styles['countdown']!}>
          <span>{c('opensIn')}</span>
          <UntilOpening leftMs={Date.parse(sitting.opensAt) - serverNow} />
          <span>{t('before')}</span>
        </Card>
      )}
      <LobbyFacts sitting={sitting} blocked={blocked} />
      {sitting.instructions && (
        <Card className={styles['card']!}>
          <h2>{t('instructions')}</h2>
          <p className={styles['words']}>{sitting.instructions}</p>
        </Card>
      )}
      {!over && sitting.delivery === 'screen' && (
        <>
          <Card className={styles['card']!}>
            <h2>{t('rules')}</h2>
            <ul className={styles['points']}>
              <li>{t('ruleSaved')}</li>
              <li>{t('ruleTime')}</li>
              <li>{t('ruleDevice')}</li>
            </ul>
          </Card>
          <Noted sitting={sitting} />
        </>
      )}
    </Screen>
  );
}
