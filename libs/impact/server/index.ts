export { RaiseAlertsJob } from './alerts/raise-alerts.job.js';
export { impactDatabase } from './data/database-part.js';
export { ImpactModule } from './impact.module.js';
export { ManageStudies } from './manage-studies/manage-studies.service.js';
export { AskRun } from './run-study/ask-run.service.js';
export { RunStudyJob } from './run-study/run-study.job.js';
