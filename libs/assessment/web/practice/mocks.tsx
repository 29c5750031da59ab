import { usePhrases } from '@skillhall/ui/i18n';
import { Button, LinkButton, Rows, Sheet } from '@skillhall/ui/pieces';
import { useState, type ReactNode } from 'react';
import { attemptPath } from '../paths.js';
import type { Home } from './modes.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';

interface MocksProps {
  readonly mocks: Home['mocks'];
  readonly busy: string | null;
  readonly onStart: (examId: string) => void;
}

/** Exams of which a mock can be taken; the clock starts only after a second tap. */
export function Mocks({ mocks, busy, onStart }: MocksProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const [asked, setAsked] = useState<Home['mocks'][number]>();
  if (!mocks.length) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('mock')}</h2>
      <Rows>
        {mocks.map((mock) => (
          <li key={mock.id} className={styles['mock']}>
            <span className={styles['what']}>
              <strong>{mock.title}</strong>
              <span>{t('mockText', { questions: mock.size.questions, minutes: mock.minutes, pass: mock.passMark })}</span>
            </span>
            {mock.openAttemptId !== null ? (
              <LinkButton to={attemptPath(mock.openAttemptId, null)}>{t('goOn')}</LinkButton>
            ) : (
              <Button busy={busy === mock.id} onClick={() => setAsked(mock)} aria-label={`${t('mockGo')} ${mock.title}`}>
                {t('mockGo')}
              </Button>
            )}
          </li>
        ))}
      </Rows>
      <Sheet
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked?.title ?? ''}
        actions={
          <>
            <Button
              look="main"
              wide
              onClick={() => {
                if (asked) onStart(asked.id);
                setAsked(undefined);
              }}
            >
              {t('mockStart')}
            </Button>
            <Button look="quiet" wide onClick={() => setAsked(undefined)}>
              {t('notNow')}
            </Button>
          </>
        }
      >
        {asked && <p>{t('mockConfirm', { minutes: asked.minutes })}</p>}
      </Sheet>
    </section>
  );
}
