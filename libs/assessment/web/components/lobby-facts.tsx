import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Card } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { lobbyPhrases } from '../lobby-phrases.js';
import { openAttemptOf, type Blocked, type MySitting } from '../my-sitting.js';
import { sittingPhrases } from '../sitting-phrases.js';
import styles from './lobby.module.css';

/** When, where, how long, how much; each a row. */
export function LobbyFacts({ sitting, blocked }: { readonly sitting: MySitting; readonly blocked: Blocked | undefined }): ReactNode {
  const t = usePhrases(lobbyPhrases);
  const c = usePhrases(sittingPhrases);
  const format = useFormat();
  const { opensAt, closesAt, place, minutes, extraMinutes, size, passMark, lateEntryMinutes, attemptsAllowed, attemptsUsed } = sitting;
  const sameDay = format.day(opensAt) === format.day(closesAt);
  const until = sameDay ? format.time(closesAt) : format.moment(closesAt);
  const begins = (blocked === undefined || blocked === 'planned' || blocked === 'code' || blocked === 'checkIn') && openAttemptOf(sitting) === undefined;
  const end = begins ? t(blocked === 'planned' ? 'deadlineAhead' : 'deadlineNow', { time: format.time(sitting.deadlineIfBegun) }) : null;
  const facts: readonly (readonly [string, string | null])[] = [
    [t('when'), `${format.day(opensAt)} ${format.time(opensAt)} – ${until}`],
    [t('where'), place],
    [t('howLong'), extraMinutes > 0 ? t('minutesMore', { n: minutes, more: extraMinutes }) : c('minutes', { n: minutes })],
    [t('deadline'), end],
    [t('size'), t('sizeText', { questions: size.questions, marks: size.marks })],
    [t('pass'), t('passText', { n: passMark })],
    [t('lateEntry'), lateEntryMinutes === null ? t('lateAny') : t('lateEntryText', { n: lateEntryMinutes })],
    [t('attempts'), attemptsAllowed > 1 ? t('attemptsText', { n: attemptsAllowed, used: attemptsUsed }) : null],
  ];
  return (
    <Card>
      <dl className={styles['facts']}>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}
