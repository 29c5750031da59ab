import { usePhrases } from '@skillhall/ui/i18n';
import { Banner, Button, Field } from '@skillhall/ui/pieces';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { askFullScreen } from '../full-screen.js';
import { lobbyPhrases } from '../lobby-phrases.js';
import { openAttemptOf, type Blocked, type MySitting } from '../my-sitting.js';
import { attemptPath } from '../paths.js';
import { sittingPhrases } from '../sitting-phrases.js';
import { useStartSitting } from '../use-start-sitting.js';

type Refused = Exclude<Blocked, 'planned' | 'code'>;
const whatToDo = {
  cancelled: 'cancelledDo',
  closed: 'closedDo',
  tooLate: 'tooLateDo',
  checkIn: 'checkInDo',
  used: 'usedDo',
  paper: 'paperDo',
  notAdmitted: 'notAdmittedDo',
} as const satisfies Record<Refused, string>;

/** Why one may not begin, and what to do about it. */
function Refusal({ why, reason }: { readonly why: Refused; readonly reason: string | null }): ReactNode {
  const t = usePhrases(lobbyPhrases);
  return (
    <Banner tone={why === 'used' || why === 'checkIn' || why === 'paper' ? 'note' : 'warn'} live>
      <strong>{why === 'cancelled' && reason ? t('cancelledWhy', { reason }) : t(why)}</strong>
      <br />
      {t(whatToDo[why])}
    </Banner>
  );
}

interface LobbyStartProps {
  readonly sitting: MySitting;
  readonly blocked: Blocked | undefined;
  readonly refetch: () => Promise<void>;
}

/** The foot of the lobby: the countdown, what stands in the way, the code, the button. */
export function LobbyStart({ sitting, blocked, refetch }: LobbyStartProps): ReactNode {
  const t = usePhrases(lobbyPhrases);
  const c = usePhrases(sittingPhrases);
  const go = useNavigate();
  const { start, busy, fault } = useStartSitting(sitting.id);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  if (blocked === 'closed' && sitting.myAttempts.length > 0) return null;
  if (blocked !== undefined && blocked !== 'planned' && blocked !== 'code') return <Refusal why={blocked} reason={sitting.cancelledReason} />;
  const begin = async () => {
    setMissing(blocked === 'code' && code.trim() === '');
    if (blocked === 'code' && code.trim() === '') return;
    if (sitting.proctoring.fullScreen) askFullScreen();
    const attemptId = await start(code.trim());
    if (attemptId === undefined) return void refetch();
    await go(attemptPath(attemptId, null));
  };
  const ahead = blocked === 'planned';
  const resumed = openAttemptOf(sitting) !== undefined;
  const codeFault = missing ? t('codeMissing') : fault?.code.startsWith('CHECK_IN') ? fault.message : undefined;
  return (
    <>
      {blocked === 'code' && (
        <Field label={t('code')} hint={t('codeHint')} fault={codeFault} value={code} inputMode="numeric" autoComplete="one-time-code" maxLength={12} onChange={(event) => setCode(event.target.value)} />
      )}
      {fault && !codeFault && (
        <Banner tone="bad" live>
          {fault.message}
        </Banner>
      )}
      <Button look="main" wide busy={busy} disabled={ahead} onClick={() => void begin()}>
        {resumed ? c('resume') : t('begin')}
      </Button>
    </>
  );
}
