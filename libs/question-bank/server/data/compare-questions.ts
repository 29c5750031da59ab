import { defineJob } from '@skillhall/platform/jobs';
import { z } from 'zod';

/** Asked for by every change of a text; the nightly round finds what was there before texts were kept. */
export const compareQuestions = defineJob({ name: 'question-bank.compare', payload: z.object({}), cron: '41 2 * * *' });
