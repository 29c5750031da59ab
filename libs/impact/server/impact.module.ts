import { registerAuditWords } from '@skillhall/platform/audit';
import { registerErrors } from '@skillhall/platform/i18n';
import { Module } from '@nestjs/common';
import { impactAuditWords, studyErrors } from '../domain/index.js';
import { AlertsResolver } from './alerts/alerts.resolver.js';
import { RaiseAlertsJob } from './alerts/raise-alerts.job.js';
import { AlertRepository } from './data/alert.repository.js';
import { RunRepository } from './data/run.repository.js';
import { StudyRepository } from './data/study.repository.js';
import { ExportStudyResolver } from './export-study/export-study.resolver.js';
import { ExportStudy } from './export-study/export-study.service.js';
import { StudyDraftResolver } from './manage-studies/draft.resolver.js';
import { ManageStudiesResolver } from './manage-studies/manage-studies.resolver.js';
import { ManageStudies } from './manage-studies/manage-studies.service.js';
import { OutlookResolver } from './plan-study/outlook.resolver.js';
import { PlanOutlook } from './plan-study/outlook.service.js';
import { SimpleEstimateResolver } from './read-estimate/simple-estimate.resolver.js';
import { SimpleEstimateService } from './read-estimate/simple-estimate.service.js';
import { HallMonthCoverageResolver, UnitMonthCoverageResolver } from './read-overview/coverage.resolvers.js';
import { OverviewResolver } from './read-overview/overview.resolver.js';
import { OverviewService } from './read-overview/overview.service.js';
import { CoTrainingResolver, RunsResolver } from './read-studies/runs.resolver.js';
import { StudiesResolver } from './read-studies/studies.resolver.js';
import { StudyLoader } from './read-studies/study.loader.js';
import { AskRun } from './run-study/ask-run.service.js';
import { CountyLookup } from './run-study/county-lookup.js';
import { EndLostRunsJob } from './run-study/end-lost-runs.job.js';
import { RunStudyJob } from './run-study/run-study.job.js';
import { SharpenStudyJob } from './run-study/sharpen-study.job.js';
import { Snapshots } from './run-study/snapshots.js';
import { StudyEffort } from './run-study/study-effort.js';
import { TrainingCoverage } from './read-overview/training-coverage.js';

const overview = [TrainingCoverage, OverviewService, OverviewResolver, UnitMonthCoverageResolver, HallMonthCoverageResolver];
const estimate = [SimpleEstimateService, SimpleEstimateResolver];

const studies = [StudyRepository, RunRepository, StudyLoader, StudiesResolver, RunsResolver, CoTrainingResolver, ManageStudies, ManageStudiesResolver, StudyDraftResolver, ExportStudy, ExportStudyResolver];
const runs = [AskRun, CountyLookup, Snapshots, StudyEffort, RunStudyJob, EndLostRunsJob, SharpenStudyJob, PlanOutlook, OutlookResolver];
const alerts = [AlertRepository, RaiseAlertsJob, AlertsResolver];

/** Complaint rates with training beside them, a first look at what training did, and the studies that answer it. */
@Module({ providers: [...overview, ...estimate, ...studies, ...runs, ...alerts] })
export class ImpactModule {
  constructor() {
    registerErrors(studyErrors);
    registerAuditWords(impactAuditWords);
  }
}
