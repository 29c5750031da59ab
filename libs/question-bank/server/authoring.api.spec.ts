import { type GraphqlAnswer, TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import type { QuestionContent, QuestionType } from '../domain/index.js';
import { contentInput } from './testing/author.js';
import { contents } from './testing/contents.js';

interface Place {
  readonly id: string;
  readonly path: string;
}
let product: TestApp;
let city: Place;
let north: Place;
const sessions: Record<string, string> = {};

const saveDocument = `mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) {
  __typename ... on SaveQuestionSuccess { question { id code version latestVersion latestState currentVersion type stem use category { name } unit { code } parts { type stem } } }
  ... on QuestionInvalidError { problems { field code message } } ... on VersionConflictError { version name } ... on UserError { code message } } }`;
const stepDocument = `mutation ($selection: QuestionSelectionInput!, $steps: [QuestionStep!]!, $rehearsal: Boolean) { stepQuestions(selection: $selection, steps: $steps, rehearsal: $rehearsal) {
  __typename ... on ChangeQuestionsSuccess { changed refused { code error { code } } } ... on UserError { code } } }`;
const reviewDocument = `mutation ($selection: QuestionSelectionInput!, $verdict: ReviewVerdict!, $comment: String, $publish: Boolean!) { reviewQuestions(selection: $selection, verdict: $verdict, comment: $comment, publish: $publish) {
  __typename ... on ChangeQuestionsSuccess { changed refused { code error { code message } } } ... on UserError { code } } }`;
const editDocument = `mutation ($selection: QuestionSelectionInput!, $changes: QuestionChangesInput!, $rehearsal: Boolean) { editQuestions(selection: $selection, changes: $changes, rehearsal: $rehearsal) {
  __typename ... on ChangeQuestionsSuccess { changed refused { code error { code } } } ... on UserError { code } } }`;
const oneDocument = `query ($id: ID!, $version: Int) { questionForAuthor(id: $id, version: $version) { code version latestVersion latestState currentVersion stem track difficulty use
  key { ... on KeyForAuthor { kind correct explanation } } versions { version authorName steps { state comment byName } } } }`;

interface Saved {
  readonly __typename: string;
  readonly code?: string;
  readonly question: { id: string; code: string; version: number; latestState: string; currentVersion: number };
  readonly problems: { field: string; code: string; message: string }[];
  readonly version?: number;
  readonly name?: string;
}
interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly changed: string[];
  readonly refused: { code: string; error: { code: string } }[];
}

async function ask<T>(login: string, document: string, variables: Record<string, unknown>): Promise<T> {
  const answer: GraphqlAnswer = await product.graphql(document, variables, sessions[login]);
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data!)[0] as T;
}
const save = (login: string, content: QuestionContent, more: Record<string, unknown> = {}): Promise<Saved> =>
  ask(login, saveDocument, { input: { use: 'any', submit: false, content: contentInput(content), ...more } });
const step = (login: string, ids: readonly string[], steps: readonly string[], rehearsal = false): Promise<Changed> =>
  ask(login, stepDocument, { selection: { targets: ids.map((id) => ({ id })) }, steps, rehearsal });
const review = (login: string, id: string, verdict: string, more: Record<string, unknown> = {}): Promise<Changed> =>
  ask(login, reviewDocument, { selection: { targets: [{ id, version: more['version'] ?? null }] }, verdict, comment: more['comment'] ?? null, publish: more['publish'] ?? false });
const one = (login: string, id: string, version: number | null = null) => ask<Record<string, unknown>>(login, oneDocument, { id, version });

/** A question in use, written by li and approved by wang. */
async function live(content: QuestionContent = contents.single): Promise<string> {
  const { question } = await save('li', content, { submit: true });
  expect(await review('wang', question.id, 'approve', { publish: true })).toMatchObject({ changed: [question.id] });
  return question.id;
}

beforeAll(async () => {
  product = await TestApp.start();
  city = await product.addUnit('C', 'city');
  north = await product.addUnit('N', 'county', city);
  const people = [['li', city, '李作者'], ['wang', city, '王审题'], ['zhao', north, '赵北县']] as const;
  for (const [login, unit, name] of people) await product.addPerson(login, unit, ['examiner'], name);
  await product.addPerson('staff', city, ['staff']);
  for (const login of ['li', 'wang', 'zhao', 'staff']) sessions[login] = await product.signIn(login);
});
afterAll(() => product.stop());

describe('saving a question', () => {
  it.each(Object.keys(contents) as QuestionType[])('of type %s makes a draft that reads as it was written', async (type) => {
    const { question } = await save('li', contents[type]);
    expect(question).toMatchObject({ version: 1, latestState: 'draft', currentVersion: 0, type, stem: contents[type].stem, unit: { code: 'C' } });
    expect(question.code).toMatch(/^LAW-\d{4}$/);
    const rows = await product.arrange((tx) => tx.query('select from question_bank.question_version v join question_bank.question_key k on k.version_id = v.id where v.question_id = $1', [question.id]) as Promise<unknown[]>);
    expect(rows).toHaveLength(type === 'case' ? 3 : 1);
  });

  it('says everything that is wrong with it and keeps nothing', async () => {
    const before = await product.arrange((tx) => tx.query('select from question_bank.question') as Promise<unknown[]>);
    const wrong = await save('li', { ...contents.single, stem: ' ', difficulty: 9, key: { kind: 'choice', correct: ['E'], rule: 'allOrNothing', credits: null } });
    expect(wrong.__typename).toBe('QuestionInvalidError');
    expect(wrong.problems.map(({ field, code }) => `${field} ${code}`)).toEqual(['stem missing-stem', 'key key-not-an-option', 'difficulty bad-difficulty']);
    expect(wrong.problems[0]!.message).toBe('缺少题干。');
    expect(await product.arrange((tx) => tx.query('select from question_bank.question') as Promise<unknown[]>)).toHaveLength(before.length);
  });

  it('makes the next version, and the one in use stays in use until that is published', async () => {
    const id = await live();
    const next = await save('li', { ...contents.single, stem: '最先做什么？' }, { id, expectedVersion: 1 });
    expect(next.question).toMatchObject({ version: 2, latestState: 'draft', currentVersion: 1 });
    expect(await one('li', id)).toMatchObject({ version: 1, stem: contents.single.stem, latestVersion: 2 });
    await step('li', [id], ['submit']);
    await review('wang', id, 'approve');
    expect(await one('li', id)).toMatchObject({ version: 1, latestState: 'reviewed', currentVersion: 1 });
    await step('li', [id], ['publish']);
    expect(await one('li', id)).toMatchObject({ version: 2, stem: '最先做什么？', latestState: 'live', currentVersion: 2 });
  });

  it('writes no version where nothing was changed, and hands in the one that is there', async () => {
    const { question } = await save('li', contents.numeric);
    const again = await save('li', contents.numeric, { id: question.id, expectedVersion: 1, submit: true, use: 'examOnly' });
    expect(again.question).toMatchObject({ version: 1, latestState: 'inReview', use: 'examOnly' });
  });

  it('over what somebody else saved meanwhile is refused and named, whoever is first', async () => {
    const { question } = await save('li', contents.fillIn);
    const both = await Promise.all([save('li', { ...contents.fillIn, difficulty: 3 }, { id: question.id, expectedVersion: 1 }), save('wang', { ...contents.fillIn, difficulty: 4 }, { id: question.id, expectedVersion: 1 })]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['SaveQuestionSuccess', 'VersionConflictError']);
    const winner = both[0].__typename === 'SaveQuestionSuccess' ? '李作者' : '王审题';
    expect(both.find(({ __typename }) => __typename === 'VersionConflictError')).toMatchObject({ code: 'VERSION_CONFLICT', version: 2, name: winner });
  });

  it('gives new questions numbers of their own, also to several at a time, and refuses one that is taken', async () => {
    const saved = await Promise.all(Array.from({ length: 5 }, (_, n) => save('li', { ...contents.single, stem: `第${n}题` })));
    expect(new Set(saved.map(({ question }) => question.code)).size).toBe(5);
    expect(await save('li', contents.single, { code: saved[0]!.question.code })).toMatchObject({ __typename: 'NumberTakenError' });
    expect(await save('li', contents.single, { code: 'MY-1' })).toMatchObject({ question: { code: 'MY-1' } });
  });

  it('is for those who keep the unit: others find neither question, unit, category nor file', async () => {
    const { question } = await save('li', contents.single);
    const theirs = await save('zhao', contents.single);
    expect(theirs.question).toMatchObject({ unit: { code: 'N' } });
    expect(await save('zhao', contents.single, { id: question.id, expectedVersion: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await save('zhao', contents.single, { unitId: city.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await save('li', contents.single, { categoryId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
    const picture = { fileId: newId(), kind: 'image' as const, name: 'a.png', description: '' };
    expect(await save('li', { ...contents.single, media: [picture] })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('and changing one is nothing for counter staff', async () => {
    const asked: [string, Record<string, unknown>][] = [
      [saveDocument, { input: { use: 'any', submit: false, content: contentInput(contents.single) } }],
      [stepDocument, { selection: { targets: [] }, steps: ['retire'] }],
      [reviewDocument, { selection: { targets: [] }, verdict: 'approve', publish: true }],
      [editDocument, { selection: { targets: [] }, changes: { use: 'any' } }],
    ];
    for (const [document, variables] of asked) {
      const { errors } = await product.graphql(document, variables, sessions['staff']);
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    }
  });
});

describe('the states of a version', () => {
  it('need a second person: nobody who wrote of it may approve or reject it', async () => {
    const { question } = await save('li', contents.ordering);
    await save('zhao', contents.ordering, { id: question.id, expectedVersion: 1 });
    await save('wang', { ...contents.ordering, difficulty: 4 }, { id: question.id, expectedVersion: 1, submit: true });
    for (const author of ['li', 'wang']) expect(await review(author, question.id, 'approve')).toMatchObject({ changed: [], refused: [{ code: question.code, error: { code: 'OWN_VERSION' } }] });
    expect(await one('li', question.id)).toMatchObject({ latestState: 'inReview' });
  });

  it('are not changed by who saw an older version', async () => {
    const { question } = await save('li', contents.matching, { submit: true });
    await save('li', { ...contents.matching, difficulty: 3 }, { id: question.id, expectedVersion: 1, submit: true });
    expect(await review('wang', question.id, 'approve', { version: 1 })).toMatchObject({ refused: [{ error: { code: 'VERSION_OUTDATED' } }] });
    expect(await review('wang', question.id, 'approve', { version: 2 })).toMatchObject({ changed: [question.id] });
  });

  it('wait for everybody but their authors, with the version that waits', async () => {
    const id = await live({ ...contents.single, stem: '排队等审的题' });
    await save('li', { ...contents.single, stem: '排队等审的题，第二稿' }, { id, expectedVersion: 1 });
    await save('wang', { ...contents.single, stem: '排队等审的题，第三稿' }, { id, expectedVersion: 2, submit: true });
    await product.addPerson('sun', city, ['examiner']);
    sessions['sun'] = await product.signIn('sun');
    const queue = (login: string, own = false) => ask<{ nodes: { id: string; version: number; stem: string }[] }>(login, 'query ($own: Boolean) { questionsToReview(own: $own, limit: 200) { nodes { id version stem } } }', { own });
    expect((await queue('sun')).nodes).toContainEqual({ id, version: 3, stem: '排队等审的题，第三稿' });
    for (const author of ['li', 'wang']) {
      expect((await queue(author)).nodes.map((node) => node.id)).not.toContain(id);
      expect((await queue(author, true)).nodes.map((node) => node.id)).toContain(id);
    }
    expect((await queue('zhao')).nodes.map((node) => node.id)).not.toContain(id);
  });

  it('tell who did what, with the reason why a version was sent back', async () => {
    const { question } = await save('li', contents.trueFalse, { submit: true });
    expect(await review('wang', question.id, 'reject')).toMatchObject({ code: 'COMMENT_NEEDED' });
    await review('wang', question.id, 'reject', { comment: '题干有歧义' });
    expect(await one('li', question.id)).toMatchObject({
      latestState: 'draft',
      versions: [{ version: 1, authorName: '李作者', steps: [{ state: 'draft', byName: '李作者' }, { state: 'inReview' }, { state: 'draft', comment: '题干有歧义', byName: '王审题' }] }],
    });
  });

  it('lead out of use and back, and never past the review', async () => {
    const id = await live(contents.shortAnswer);
    expect(await step('li', [id], ['retire'])).toMatchObject({ changed: [id] });
    expect(await one('li', id)).toMatchObject({ currentVersion: 0, latestState: 'retired' });
    expect(await step('li', [id], ['undoRetire'])).toMatchObject({ changed: [id] });
    expect(await one('li', id)).toMatchObject({ currentVersion: 1, latestState: 'live' });
    const { question } = await save('li', contents.shortAnswer);
    expect(await step('li', [question.id], ['retire', 'restore', 'publish'])).toMatchObject({ changed: [], refused: [{ error: { code: 'STEP_NOT_POSSIBLE' } }] });
  });

  it('of a retired question keep it out of new papers', async () => {
    const id = await live({ ...contents.single, stem: '会被停用的题' });
    const usable = () => product.arrange((tx) => tx.query('select q.code from question_bank.question q join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version where q.id = $1', [id]) as Promise<unknown[]>);
    expect(await usable()).toHaveLength(1);
    await step('li', [id], ['retire']);
    expect(await usable()).toHaveLength(0);
  });

  it('of many are changed as one, each for itself, within the scope alone', async () => {
    const drafts = await Promise.all([1, 2, 3].map(async (n) => (await save('li', { ...contents.single, stem: `批量${n}` })).question.id));
    const foreign = (await save('zhao', contents.single)).question.id;
    await step('li', [drafts[0]!], ['submit']);
    const outcome = await step('zhao', [...drafts, foreign], ['submit']);
    expect(outcome).toMatchObject({ changed: [foreign], refused: [] });
    expect((await step('li', drafts, ['submit'])).changed.sort()).toEqual([drafts[1]!, drafts[2]!].sort());
  });

  it('are only told in a rehearsal', async () => {
    const id = await live({ ...contents.single, stem: '先看看会怎样' });
    expect(await step('li', [id], ['retire'], true)).toMatchObject({ changed: [id] });
    expect(await one('li', id)).toMatchObject({ latestState: 'live' });
  });
});

describe('editing many questions', () => {
  const edit = (login: string, selection: Record<string, unknown>, changes: Record<string, unknown>, rehearsal = false): Promise<Changed> => ask(login, editDocument, { selection, changes, rehearsal });

  it('gives those in use a next version that needs no review, since only its place changes', async () => {
    const id = await live({ ...contents.multiple, stem: '换个能力项' });
    const outcome = await edit('li', { targets: [{ id }] }, { competency: 'BIZ-3', difficulty: 4, use: 'practiceOnly' });
    expect(outcome).toMatchObject({ changed: [id], refused: [] });
    expect(await one('li', id)).toMatchObject({ version: 2, currentVersion: 2, latestState: 'live', track: 'business', difficulty: 4, use: 'practiceOnly', key: { kind: 'choice', correct: ['A', 'C'] } });
  });

  it('by a filter changes as many as were expected, or nothing', async () => {
    for (const n of [1, 2]) await save('li', { ...contents.single, stem: `筛选批量${n}` });
    const filter = { search: '筛选批量' };
    expect(await edit('li', { filter, expectedCount: 3 }, { use: 'examOnly' })).toMatchObject({ code: 'SELECTION_CHANGED' });
    expect((await edit('li', { filter, expectedCount: 2 }, { use: 'examOnly' }, true)).changed).toHaveLength(2);
    expect((await edit('li', { filter, expectedCount: 2 }, { use: 'examOnly' })).changed).toHaveLength(2);
    const { totalCount } = await ask<{ totalCount: number }>('li', 'query ($filter: QuestionFilter) { questions(filter: $filter) { totalCount } }', { filter: { ...filter, use: 'examOnly' } });
    expect(totalCount).toBe(2);
  });

  it('refuses what cannot be right for any', async () => {
    expect(await edit('li', { targets: [] }, { competency: 'XXX-1' })).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await edit('li', { targets: [] }, { categoryId: newId() })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('categories', () => {
  const mutation = (name: string, types: string, given: string) => `mutation (${types}) { ${name}(${given}) { __typename ... on CategorySuccess { categoryId } ... on UserError { code message } } }`;
  const create = (login: string, unit: Place, name: string, parentId: string | null = null) =>
    ask<{ categoryId: string; code?: string }>(login, mutation('createQuestionCategory', '$unitId: ID!, $name: String!, $parentId: ID', 'unitId: $unitId, name: $name, parentId: $parentId'), { unitId: unit.id, name, parentId });
  const move = (id: string, parentId: string | null, position = 0) => ask<{ code?: string }>('li', mutation('moveQuestionCategory', '$id: ID!, $parentId: ID, $position: Int!', 'id: $id, parentId: $parentId, position: $position'), { id, parentId, position });
  const remove = (id: string) => ask<{ code?: string; message?: string }>('li', mutation('removeQuestionCategory', '$id: ID!', 'id: $id'), { id });
  const merge = (id: string, intoId: string) => ask<{ code?: string }>('li', mutation('mergeQuestionCategories', '$id: ID!, $intoId: ID!', 'id: $id, intoId: $intoId'), { id, intoId });
  const rename = (login: string, id: string, name: string) => ask<{ code?: string }>(login, mutation('renameQuestionCategory', '$id: ID!, $name: String!', 'id: $id, name: $name'), { id, name });
  const listed = (login: string) => ask<{ id: string; name: string; parentId: string | null; questions: number; manageable: boolean }[]>(login, '{ questionCategories { id name parentId questions manageable } }', {});

  it('are made, renamed and moved within their tree, never below themselves', async () => {
    const [law, fees] = [(await create('li', city, '法规')).categoryId, (await create('li', city, '电费')).categoryId];
    const inner = (await create('li', city, '催缴', law)).categoryId;
    expect(await create('li', city, '法规')).toMatchObject({ code: 'CATEGORY_NAME_TAKEN' });
    expect(await move(law, inner)).toMatchObject({ code: 'CATEGORY_OUT_OF_PLACE' });
    expect((await move(inner, fees)).code).toBeUndefined();
    await move(fees, null, 0);
    expect((await listed('li')).filter(({ parentId }) => parentId === null).map(({ name }) => name)).toEqual(['电费', '法规']);
    expect((await rename('li', law, '法律法规')).code).toBeUndefined();
    expect(await rename('li', law, '  ')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('go only when empty, and pour into another otherwise', async () => {
    const [one, other] = [(await create('li', city, '旧类')).categoryId, (await create('li', city, '新类')).categoryId];
    await save('li', { ...contents.single, stem: '在旧类里' }, { categoryId: one });
    expect(await remove(one)).toMatchObject({ code: 'CATEGORY_IN_USE', message: expect.stringContaining('1道题') });
    expect((await merge(one, other)).code).toBeUndefined();
    const now = await listed('li');
    expect(now.find(({ id }) => id === one)).toBeUndefined();
    expect(now.find(({ id }) => id === other)).toMatchObject({ questions: 1 });
  });

  it('of the unit above can be used below, but neither changed there nor the other way round', async () => {
    const above = (await create('li', city, '全市通用')).categoryId;
    const below = (await create('zhao', north, '北县自用')).categoryId;
    expect((await listed('zhao')).filter(({ id }) => [above, below].includes(id)).map(({ manageable }) => manageable)).toEqual([false, true]);
    expect(await rename('zhao', above, '改名')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await save('zhao', contents.single, { categoryId: above })).toMatchObject({ question: { category: { name: '全市通用' } } });
    expect(await save('li', contents.single, { categoryId: below })).toMatchObject({ code: 'NOT_FOUND' });
    const mine = (await save('li', contents.single)).question;
    expect(await ask<Changed>('li', editDocument, { selection: { targets: [{ id: mine.id }] }, changes: { categoryId: below } })).toMatchObject({ changed: [], refused: [{ code: mine.code, error: { code: 'CATEGORY_OF_OTHER_UNIT' } }] });
  });

  it('filter the list with all that lies below them', async () => {
    const top = (await create('li', city, '总类')).categoryId;
    const inner = (await create('li', city, '分类', top)).categoryId;
    const { question } = await save('li', { ...contents.single, stem: '在分类里' }, { categoryId: inner });
    const { nodes } = await ask<{ nodes: { id: string }[] }>('li', 'query ($filter: QuestionFilter) { questions(filter: $filter) { nodes { id } } }', { filter: { category: top } });
    expect(nodes).toEqual([{ id: question.id }]);
  });
});
