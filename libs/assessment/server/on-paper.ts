import { PrintedForms } from './data/printed-form.repository.js';
import { PrintingRepository } from './data/printing.repository.js';
import { PaperAccess } from './paper-forms/paper-access.js';
import { PapersResolver } from './paper-forms/papers.resolver.js';
import { PrintedPaper } from './paper-forms/printed-paper.js';
import { PrintPapersJob } from './paper-forms/print-papers.job.js';
import { PrintPapers } from './paper-forms/print-papers.service.js';
import { ReadPapers } from './paper-forms/read-papers.service.js';

/** Sittings on paper: papers made into files. */
export const onPaper = [PrintedForms, PrintingRepository, PaperAccess, PrintedPaper, PrintPapers, PrintPapersJob, ReadPapers, PapersResolver];
