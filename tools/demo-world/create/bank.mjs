// The question bank as authors keep it: chapters, a picture, questions that wait for a second person, drafts.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CategoriesService, QuestionMediaFiles, SaveQuestionService, StepQuestionsService } from '@skillhall/question-bank/server';
import { keyFields, readQuestions, toContent } from '@skillhall/question-bank/domain';
import { founder } from './courses.mjs';

const reason = 'the demo company is being created';
/** Nobody reviews what they wrote. */
const reviewer = { ...founder, accountId: '00000000-0000-7000-8000-00000000000e' };
const picture = 'meter.png';

const orThrow = (result, what) => {
  if (!result.ok) throw new Error(`demo bank, ${what}: ${JSON.stringify(result.error)}`);
  return result.value;
};

/** Questions may be set up once more after a break: what is there stays as it is. */
export async function fillBank(app, database, folder) {
  const ask = (sql, values) => database.asSystem(reason, (tx) => tx.query(sql, values));
  const [{ id: unitId }] = await ask(`select id from directory.unit where parent_id is null order by code limit 1`);
  const chapters = await addChapters(app, ask, unitId, await readFile(join(folder, 'competencies.csv'), 'utf8'));
  const inWork = JSON.parse(await readFile(join(folder, 'questions-in-work.json'), 'utf8'));
  const bank = { app, ask, unitId, fileOf: () => pictureFile(app, ask, join(folder, 'pictures', picture)) };
  await addQuestions(bank, inWork.draft, false);
  await addQuestions(bank, inWork.inReview, true);
  const targets = (await addQuestions(bank, inWork.live, true)).map((id) => ({ id }));
  if (targets.length) orThrow(await app.get(StepQuestionsService).review(reviewer, { targets }, { verdict: 'approve', comment: null, publish: true, rehearsal: false }), 'review');
  for (const [code, id] of chapters) await ask('update question_bank.question set category_id = $2 where competency = $1 and category_id is null', [code, id]);
}

/** A category for each track and in it a chapter for each competency; answers the chapters by competency. */
async function addChapters(app, ask, unitId, csv) {
  const service = app.get(CategoriesService);
  const categoryId = async (parentId, name) => {
    const [known] = await ask('select id from question_bank.category where unit_id = $1 and parent_id is not distinct from $2 and name = $3', [unitId, parentId, name]);
    return known ? known.id : orThrow(await service.create(founder, unitId, parentId, name), name);
  };
  const chapters = new Map();
  for (const line of csv.trim().split(/\r?\n/).slice(1)) {
    const cells = line.split(',');
    chapters.set(cells[0], await categoryId(await categoryId(null, cells.at(-1)), cells[1]));
  }
  return chapters;
}

async function pictureFile(app, ask, path) {
  const [known] = await ask('select file_id as "fileId", kind from question_bank.media where name = $1 and account_id = $2', [picture, founder.accountId]);
  return known ?? app.get(QuestionMediaFiles).take(founder, picture, createReadStream(path));
}

/** Answers the ids of those that still wait for review. */
async function addQuestions({ app, ask, unitId, fileOf }, list, submit) {
  const { questions, problems } = readQuestions('json', JSON.stringify(list));
  if (problems.length) throw new Error(`demo bank: ${JSON.stringify(problems)}`);
  const ids = [];
  for (const question of questions) {
    const [known] = await ask('select id, latest_state as state from question_bank.question where code = $1', [question.number]);
    const { fileId, kind } = question.media.length ? await fileOf() : {};
    const content = orThrow(toContent(question, { track: null, mediaOf: ({ name, description }) => ({ fileId, kind, name, description }) }), question.number);
    const wanted = { unitId, code: question.number, use: 'any', submit, content: { ...content, key: keyFields(content.key) } };
    const { id, state } = known ?? { ...orThrow(await app.get(SaveQuestionService).save(founder, wanted), question.number), state: 'inReview' };
    if (state === 'inReview') ids.push(id);
  }
  return ids;
}
