import { PaperEntries } from './data/paper-entry.repository.js';
import { PrintedForms } from './data/printed-form.repository.js';
import { PrintingRepository } from './data/printing.repository.js';
import { PaperAccess } from './paper-forms/paper-access.js';
import { PapersResolver } from './paper-forms/papers.resolver.js';
import { PrintedPaper } from './paper-forms/printed-paper.js';
import { PrintPapersJob } from './paper-forms/print-papers.job.js';
import { PrintPapers } from './paper-forms/print-papers.service.js';
import { ReadPapers } from './paper-forms/read-papers.service.js';
import { EnterPaper } from './paper-results/enter-paper.service.js';
import { PaperEntry } from './paper-results/paper-entry.js';
import { PaperResultsImport } from './paper-results/paper-results.import.js';
import { PaperResultsResolver } from './paper-results/paper-results.resolver.js';

const printing = [PrintedForms, PrintingRepository, PaperAccess, PrintedPaper, PrintPapers, PrintPapersJob, ReadPapers, PapersResolver];
const entering = [PaperEntries, PaperEntry, EnterPaper, PaperResultsImport, PaperResultsResolver];

/** Sittings on paper: papers made into files, and what was written on them taken in. */
export const onPaper = [...printing, ...entering];
