import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Card, LinkButton } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { offsetOf, openAttemptOf, type SittingCardFields } from '../my-sitting.js';
import { sittingPath } from '../paths.js';
import { sittingPhrases } from '../sitting-phrases.js';
import { useNow } from '../use-now.js';
import styles from './sitting-card.module.css';
import { UntilOpening } from './until-opening.js';

/** The time to the opening, or that it runs. */
export function Opening({ sitting }: { readonly sitting: SittingCardFields }): ReactNode {
  const t = usePhrases(sittingPhrases);
  const format = useFormat();
  const left = Date.parse(sitting.opensAt) - (useNow() + offsetOf(sitting));
  const sameDay = format.day(sitting.closesAt) === format.day(sitting.serverNow);
  return left > 0 ? (
    <p className={styles['opening']}>
      {t('opensIn')} <UntilOpening leftMs={left} />
    </p>
  ) : (
    <p className={styles['opening']}>
      <strong>{t('running')}</strong> {t('closesAt', { time: sameDay ? format.time(sitting.closesAt) : format.moment(sitting.closesAt) })}
    </p>
  );
}

/** The next exam beats everything else of today. */
export function SittingCard({ sitting }: { readonly sitting: SittingCardFields }): ReactNode {
  const t = usePhrases(sittingPhrases);
  const format = useFormat();
  const minutes = sitting.minutes + sitting.extraMinutes;
  return (
    <Card className={styles['card']!}>
      <p className={styles['over']}>{t('exam')}</p>
      <h2>{sitting.examTitle}</h2>
      <p className={styles['facts']}>{[`${format.day(sitting.opensAt)} ${format.time(sitting.opensAt)}`, sitting.place, t('minutes', { n: minutes })].filter(Boolean).join(' · ')}</p>
      <Opening sitting={sitting} />
      <LinkButton look="main" wide to={sittingPath(sitting.id)}>
        {t(openAttemptOf(sitting) !== undefined ? 'resume' : 'toLobby')}
      </LinkButton>
    </Card>
  );
}
