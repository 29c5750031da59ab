import { defineJob } from '@skillhall/platform/jobs';
import { z } from 'zod';

/** Makes the files of the papers of a sitting. */
export const printPapersJob = defineJob({ name: 'assessment.print-papers', payload: z.object({ printingId: z.uuid() }), attempts: 3 });

/** A paper and an answer sheet for each form, and one file of keys. */
export const filesOf = (forms: number): number => forms * 2 + 1;
