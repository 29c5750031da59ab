import { AnalyseDueJob, AnalyseItemsJob } from './analyse-items/analyse-items.job.js';
import { AnalyseExam } from './analyse-items/analyse-items.service.js';
import { ItemAnalysisResolver } from './analyse-items/item-analysis.resolver.js';
import { ItemReports } from './analyse-items/item-reports.js';
import { ItemsController } from './analyse-items/items.controller.js';
import { EvidenceRepository } from './data/evidence.repository.js';
import { ItemAnalysisRepository } from './data/item-analysis.repository.js';
import { LaterResults } from './data/later-result.repository.js';
import { MarkingRepository } from './data/marking.repository.js';
import { RegradeRepository } from './data/regrade.repository.js';
import { ResultsRepository } from './data/results.repository.js';
import { AnswersForMarkers } from './mark-answers/answers-for-markers.js';
import { MarkAnswersResolver } from './mark-answers/mark-answers.resolver.js';
import { MarkAnswers } from './mark-answers/mark-answers.service.js';
import { MarkingAccess } from './mark-answers/marking-access.js';
import { MarkingQueueResolver } from './mark-answers/marking-queue.resolver.js';
import { EvidenceResolver } from './read-results/evidence.resolver.js';
import { ResultsController } from './read-results/results.controller.js';
import { ResultsResolver } from './read-results/results.resolver.js';
import { RegradeController } from './regrade/regrade.controller.js';
import { RegradeJob, RegradeLatePapers } from './regrade/regrade.job.js';
import { RegradeResolver } from './regrade/regrade.resolver.js';
import { Regrade } from './regrade/regrade.service.js';

const marking = [MarkingRepository, LaterResults, MarkingAccess, AnswersForMarkers, MarkAnswers, MarkAnswersResolver, MarkingQueueResolver];
const results = [ResultsRepository, EvidenceRepository, ResultsResolver, EvidenceResolver];
const items = [ItemAnalysisRepository, AnalyseExam, AnalyseItemsJob, AnalyseDueJob, ItemReports, ItemAnalysisResolver];
const regrading = [RegradeRepository, Regrade, RegradeJob, RegradeLatePapers, RegradeResolver];

/** What is done with papers once they are in. */
export const afterSitting = [...marking, ...results, ...items, ...regrading];

export const afterSittingFiles = [ResultsController, ItemsController, RegradeController];
