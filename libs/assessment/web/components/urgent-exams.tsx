import { useQuery } from '@skillhall/ui/graphql';
import type { ReactNode } from 'react';
import { nextSitting } from '../my-sitting.js';
import { mySittingsQuery } from '../sitting-documents.js';
import { useOpenAttempt, OpenAttemptCard } from './open-attempt.js';
import { SittingCard } from './sitting-card.js';

const pollMs = 60_000;

/** What cannot wait: a paper begun on this device, also without a network; and the exam that runs or comes next. */
export function UrgentExams(): ReactNode {
  const open = useOpenAttempt();
  const { data } = useQuery(mySittingsQuery, {}, { pollMs });
  const next = data && nextSitting(data.mySittings, Date.now());
  const same = open && next && open.attempt.sittingId === next.id;
  return (
    <>
      {open && <OpenAttemptCard snapshot={open} />}
      {next && !same && <SittingCard sitting={next} />}
    </>
  );
}
