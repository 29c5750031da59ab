// Studies: one that was locked and run, of the course whose effect is known, and one that is still being declared.
import { AskRun, ManageStudies, RaiseAlertsJob, RunStudyJob } from '@skillhall/impact/server';
import { training } from '../world/parameters.mjs';
import { founder } from './courses.mjs';

const reason = 'the demo company is being created';
const places = `select (select id from directory.unit where type = 'city' order by path limit 1) as "cityId",
  (select id from learning.course where code = $1) as "knownId", (select id from learning.course where code = $2) as "otherId",
  exists (select from impact.study_run where state = 'done') as done`;

const orThrow = (result) => {
  if (!result.ok) throw new Error(`demo studies: ${result.error.code} ${JSON.stringify(result.error.values ?? {})}`);
  return result.value;
};

const plan = { outcomeClasses: ['service', 'business'], controlClasses: ['outage', 'supplyQuality'], countRule: 'filed', windowSource: 'chosen', cluster: 'hall' };

/** What is computed comes last; a creation that was broken off before it begins the studies once more. */
export async function addStudies(app, database) {
  const [{ cityId, knownId, otherId, done }] = await database.asSystem(reason, (tx) => tx.query(places, [training.course, 'LAW-101']));
  if (done || !cityId || !knownId || !otherId) return;
  const studies = app.get(ManageStudies);
  const declare = async (fields) => orThrow(await studies.save(founder, { ...plan, unitId: cityId, ...fields })).study;
  await declare({ courseId: otherId, title: '法律法规课能否减少投诉', decisionWindow: 6, windowSource: 'unknown', wantedFall: 0.2, cost: null });
  const { id, version } = await declare({ courseId: knownId, title: '沟通课是否减少了投诉', decisionWindow: training.decisionWindowMonths, wantedFall: 0.2, cost: 60_000 });
  orThrow(await studies.lock(founder, id, version));
  const { run } = orThrow(await app.get(AskRun).ask(founder, { studyId: id }));
  await app.get(RunStudyJob).run({ runId: run.id }, { attempt: 1 });
  await app.get(RaiseAlertsJob).run();
}
