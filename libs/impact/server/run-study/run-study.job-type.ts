import { defineJob } from '@skillhall/platform/jobs';
import { z } from 'zod';

/** Takes the snapshot of a run, unless it names one, and computes everything. */
export const runStudyJob = defineJob({ name: 'impact.run-study', payload: z.object({ runId: z.uuid() }), attempts: 3 });

/** The sharp sensitivity of a run that is done: seconds to minutes, so it comes after the result. */
export const sharpenStudyJob = defineJob({ name: 'impact.sharpen-study', payload: z.object({ runId: z.uuid() }), attempts: 2 });
