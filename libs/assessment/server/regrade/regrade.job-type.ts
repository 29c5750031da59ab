import { defineJob } from '@skillhall/platform/jobs';
import { z } from 'zod';

export const regradeJob = defineJob({ name: 'assessment.regrade', payload: z.object({ regradeId: z.uuid() }) });

/** For one paper: what was ordered before it came in. */
export const regradeLateJob = defineJob({ name: 'assessment.regrade-late', payload: z.object({ attemptId: z.uuid() }) });
