import { request } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { useViewer } from '@skillhall/ui/session';
import { useState } from 'react';
import { sittingPhrases } from './sitting-phrases.js';
import { startSittingMutation } from './sitting-documents.js';
import { thisDeviceId, thisDeviceLabel } from './this-device.js';
import { keepAttempt } from './use-attempt.js';

interface Fault {
  readonly code: string;
  readonly message: string;
}

interface Starting {
  /** The attempt begun or resumed, kept on this device; undefined when it could not be. */
  readonly start: (checkInCode?: string) => Promise<string | undefined>;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

/** Begins or resumes the paper of a sitting on this device, which takes it over from any other. */
export function useStartSitting(sittingId: string): Starting {
  const t = usePhrases(sittingPhrases);
  const { accountId } = useViewer();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const start = async (checkInCode?: string): Promise<string | undefined> => {
    if (busy) return undefined;
    setBusy(true);
    setFault(undefined);
    const askedAt = Date.now();
    const device = { deviceId: thisDeviceId(), deviceLabel: thisDeviceLabel() };
    try {
      const { startSitting: result } = await request(startSittingMutation, { input: { sittingId, ...device, ...(checkInCode && { checkInCode }) } });
      if (result.__typename !== 'StartAttemptSuccess') {
        setFault(result);
        return undefined;
      }
      await keepAttempt(accountId, result.attempt, askedAt);
      return result.attempt.id;
    } catch {
      setFault({ code: 'UNREACHABLE', message: t('startFailed') });
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { start, busy, fault };
}
