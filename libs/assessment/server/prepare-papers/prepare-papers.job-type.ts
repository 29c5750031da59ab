import { defineJob } from '@skillhall/platform/jobs';
import { z } from 'zod';

/** Draws the papers of a sitting before it opens; `version` is that of the sitting when it was planned. */
export const preparePapersJob = defineJob({ name: 'assessment.prepare-papers', payload: z.object({ sittingId: z.uuid(), version: z.number().int() }) });

const ahead = 30 * 60_000;

/** Half an hour before the opening: late enough for corrections of questions, early enough for a retry. Null for at once. */
export const preparePapersAt = (opensAt: Date, now: Date): Date | null => {
  const at = new Date(opensAt.getTime() - ahead);
  return at > now ? at : null;
};
