import { TestApp } from '@skillhall/api/testing';
import { newId, type Actor } from '@skillhall/kernel';
import { AnswerKeys, QuestionMediaFiles, QuestionPool, ReviseKey } from '@skillhall/question-bank/server';
import { randomBytes } from 'node:crypto';
import type { QuestionContent, QuestionKey } from '../domain/index.js';
import { contentInput } from './testing/author.js';
import { contents } from './testing/contents.js';

let product: TestApp;
let li: string;
let zhao: string;
let staff: string;
let accountId: string;

async function data<T>(query: string, variables: Record<string, unknown>, session: string): Promise<T> {
  const answer = await product.graphql(query, variables, session);
  expect(answer.errors).toBeUndefined();
  return Object.values(answer.data!)[0] as T;
}
interface Question {
  readonly id: string;
  readonly versionId: string;
  readonly parts: { versionId: string }[];
}
const save = async (session: string, content: QuestionContent): Promise<{ __typename: string; question: Question }> =>
  data('mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { __typename ... on SaveQuestionSuccess { question { id versionId parts { versionId } } } } }', { input: { use: 'any', submit: false, content: contentInput(content) } }, session);

function send(name: string, content: Buffer, session: string) {
  const head = `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return product.inject('POST', '/files/question-media', session, { 'content-type': 'multipart/form-data; boundary=b' }, Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]));
}
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(500)]);

beforeAll(async () => {
  product = await TestApp.start();
  const city = await product.addUnit('C', 'city');
  const north = await product.addUnit('N', 'county', city);
  const south = await product.addUnit('S', 'county', city);
  await product.addPerson('li', north, ['examiner']);
  await product.addPerson('zhao', south, ['examiner']);
  await product.addPerson('staff', north, ['staff']);
  [li, zhao, staff] = [await product.signIn('li'), await product.signIn('zhao'), await product.signIn('staff')];
  [{ accountId }] = (await product.arrange((tx) => tx.query(`select id as "accountId" from platform.account where login = 'li'`))) as [{ accountId: string }];
});
afterAll(() => product.stop());

describe('pictures and recordings of stems', () => {
  it('are taken by what they are, not by what they are called', async () => {
    const taken = await send('表计.png', png, li);
    expect(taken.json()).toMatchObject({ kind: 'image', name: '表计.png' });
    expect((await send('a.png', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${' '.repeat(100)}<script/></svg>`), li)).statusCode).toBe(415);
    expect((await send('a.png', Buffer.concat([png, Buffer.alloc(5_000_000)]), li)).statusCode).toBe(413);
    expect((await send('a.png', png, staff)).statusCode).toBe(403);
  });

  it('go into questions of who brought them and are seen by those who may read these, by nobody else', async () => {
    const { fileId } = (await send('表计.png', png, li)).json<{ fileId: string }>();
    const pictured = { ...contents.single, media: [{ fileId, kind: 'image' as const, name: '表计.png', description: '电能表' }] };
    expect(await save(zhao, pictured)).toMatchObject({ __typename: 'NotFoundError' });
    const { question } = await save(li, pictured);
    const shown = await product.inject('GET', `/files/question-media/${fileId}`, li);
    expect(shown.rawPayload).toEqual(png);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'content-security-policy': "sandbox; default-src 'none'", 'x-content-type-options': 'nosniff' });
    expect((await product.inject('GET', `/files/question-media/${fileId}`, zhao)).statusCode).toBe(404);
    expect((await product.inject('GET', `/files/question-media/${fileId}`, staff)).statusCode).toBe(403);
    const media = product.app.get(QuestionMediaFiles);
    expect(await media.heldBy(fileId, [question.versionId])).toMatchObject({ mediaType: 'image/png' });
    expect(await media.heldBy(fileId, [(await save(li, contents.single)).question.versionId])).toBeNull();
  });

  it('of a case are held by each of its parts, and come in parts to a player', async () => {
    const { fileId } = (await send('录音.mp3', Buffer.concat([Buffer.from('ID3'), randomBytes(997)]), li)).json<{ fileId: string }>();
    const { question } = await save(li, { ...contents.case, media: [{ fileId, kind: 'audio', name: '录音.mp3', description: '' }] });
    expect(await product.app.get(QuestionMediaFiles).heldBy(fileId, [question.parts[1]!.versionId])).toMatchObject({ kind: 'audio' });
    const part = await product.inject('GET', `/files/question-media/${fileId}`, li, { range: 'bytes=100-199' });
    expect([part.statusCode, part.headers['content-range'], part.rawPayload.length]).toEqual([206, 'bytes 100-199/1000', 100]);
    expect((await product.inject('GET', `/files/question-media/${fileId}`, li, { range: 'bytes=1000-' })).statusCode).toBe(416);
  });
});

describe('a key that turned out wrong', () => {
  const actor = (path: string): Actor => ({ accountId, personId: null, unitPath: path, name: '李', grants: [] });
  const revise = (versionId: string, key: QuestionKey, reason: string, scope: readonly string[] = ['']) =>
    product.arrange((tx) => product.app.get(ReviseKey).revise(tx, actor(''), scope, { versionId, key, explanation: '更正', reason }));

  it('is corrected beside the first one, with the reason, and read from then on', async () => {
    const { question } = await save(li, contents.single);
    const key = { kind: 'choice', correct: ['B'], rule: 'allOrNothing', credits: null } as const;
    expect(await revise(question.versionId, key, '条款已修订')).toEqual({ ok: true, value: 1 });
    expect(await revise(question.versionId, { ...key, correct: ['C'] }, '再改')).toEqual({ ok: true, value: 2 });
    const [now] = await product.arrange((tx) => product.app.get(AnswerKeys).of(tx, [question.versionId]));
    expect(now).toMatchObject({ revision: 2, key: { correct: ['C'] }, explanation: '更正' });
    const first = await product.arrange((tx) => tx.query('select key from question_bank.question_key where version_id = $1', [question.versionId]) as Promise<{ key: QuestionKey }[]>);
    expect(first[0]!.key).toEqual(contents.single.key);
  });

  it('is not replaced by one that cannot be right, without a reason, or from another subtree', async () => {
    const { question } = await save(li, contents.single);
    const key = { kind: 'choice', correct: ['B'], rule: 'allOrNothing', credits: null } as const;
    expect(await revise(question.versionId, { ...key, correct: ['F'] }, '错')).toMatchObject({ ok: false, error: { problems: [{ code: 'key-not-an-option' }] } });
    expect(await revise(question.versionId, key, '  ')).toMatchObject({ error: { code: 'COMMENT_NEEDED' } });
    expect(await revise(question.versionId, key, '改', ['9999'])).toMatchObject({ error: { code: 'NOT_FOUND' } });
    expect(await revise(newId(), key, '改')).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('how often a question was put', () => {
  it('is counted by day, and filters the list', async () => {
    const [often, never, whole] = [await save(li, contents.numeric), await save(li, contents.ordering), await save(li, contents.case)];
    const asked = [often, whole].map(({ question: { versionId } }) => ({ versionId, times: 3 }));
    await product.arrange((tx) => product.app.get(QuestionPool).expose(tx, new Date().toISOString().slice(0, 10), asked));
    const document = 'query ($filter: QuestionFilter, $sort: QuestionSort) { questions(filter: $filter, sort: $sort) { nodes { id usage { times lastDay } } } }';
    const list = (filter: Record<string, unknown>, sort = { by: 'used', descending: true }) => data<{ nodes: { id: string; usage: { times: number } }[] }>(document, { filter, sort }, li);
    expect((await list({ usedLeast: 3 })).nodes.map(({ id, usage }) => [id, usage.times]).sort()).toEqual([[often.question.id, 3], [whole.question.id, 3]].sort());
    const unused = (await list({ usedMost: 0 })).nodes.map(({ id }) => id);
    expect(unused).toContain(never.question.id);
    expect(unused).not.toContain(often.question.id);
  });
});
