// Studies: one that was locked and run, of the course whose effect is known, and one that is still being declared.
// Beside them what charts mark: a change in the rules of counting, and the alerts of the last year's nights.
import { TaxonomyRepository } from '@skillhall/complaints/server';
import { AskRun, ManageStudies, RaiseAlertsJob, RunStudyJob } from '@skillhall/impact/server';
import { calendar, monthText, training } from '../world/parameters.mjs';
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

const rule = { date: '2025-01-01', note: '启用新版投诉分类目录，二级、三级分类重排' };
/** What was done about some alerts; the others wait for somebody. */
const seen = [
  ['太平街营业厅', '2025-10', '去厅里看过，缴费排队引起的，已加开窗口'],
  ['长安里营业厅', '2026-01', '列入 2026 年 3 月的培训'],
];
const acknowledge = `update impact.alert a set acknowledged_at = now(), acknowledged_by_name = '市公司营销部', note = s.note
  from unnest($1::text[], $2::date[], $3::text[]) as s(hall, month, note) join directory.unit u on u.name = s.hall where a.unit_id = u.id and a.month = s.month`;

async function addSignals(app, database, cityId) {
  const [city] = await database.asSystem(reason, (tx) => tx.query('select id, path from directory.unit where id = $1', [cityId]));
  await database.asSystem(reason, (tx) => app.get(TaxonomyRepository).add(tx, city, rule.date, rule.note, '市公司营销部'));
  for (let month = calendar.months - 13; month < calendar.months; month++) await app.get(RaiseAlertsJob).raise(monthText(month));
  await database.asSystem(reason, (tx) => tx.query(acknowledge, [seen.map(([hall]) => hall), seen.map(([, month]) => `${month}-01`), seen.map(([, , note]) => note)]));
}

/** What is computed comes last; a creation that was broken off before it begins the studies once more. */
export async function addStudies(app, database) {
  const [{ cityId, knownId, otherId, done }] = await database.asSystem(reason, (tx) => tx.query(places, [training.course, 'LAW-101']));
  if (done || !cityId || !knownId || !otherId) return;
  await addSignals(app, database, cityId);
  const studies = app.get(ManageStudies);
  const declare = async (fields) => orThrow(await studies.save(founder, { ...plan, unitId: cityId, ...fields })).study;
  await declare({ courseId: otherId, title: '法律法规课能否减少投诉', decisionWindow: 6, windowSource: 'unknown', wantedFall: 0.2, cost: null });
  const { id, version } = await declare({ courseId: knownId, title: '沟通课是否减少了投诉', decisionWindow: training.decisionWindowMonths, wantedFall: 0.2, cost: 60_000 });
  orThrow(await studies.lock(founder, id, version));
  const { run } = orThrow(await app.get(AskRun).ask(founder, { studyId: id }));
  await app.get(RunStudyJob).run({ runId: run.id }, { attempt: 1 });
}
