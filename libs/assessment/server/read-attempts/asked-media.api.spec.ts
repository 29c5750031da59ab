import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import { addQuestion, allTypes } from '../testing/a-bank.js';

const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let product: TestApp;
let hall: { id: string; path: string };
let fileId: string;
const sessions: Record<string, string> = {};
const asked: Record<'own' | 'part' | 'other', string> = { own: '', part: '', other: '' };

beforeAll(async () => {
  product = await TestApp.start();
  hall = await product.addUnit('Y1', 'hall');
  const personId = await product.addPerson('s1', hall);
  await product.addPerson('s2', hall);
  await product.addPerson('author', hall, ['examiner']);
  for (const login of ['s1', 's2', 'author']) sessions[login] = await product.signIn(login);
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="meter.png"\r\nContent-Type: image/png\r\n\r\n`;
  const sent = await product.inject('POST', '/files/question-media', sessions['author']!, { 'content-type': 'multipart/form-data; boundary=b' }, Buffer.concat([Buffer.from(head), picture, Buffer.from('\r\n--b--\r\n')]));
  fileId = sent.json<{ fileId: string }>().fileId;
  const media = [{ fileId, kind: 'image' as const, name: 'meter.png', description: '电能表' }];
  const [face, key] = allTypes.single;
  [asked.own] = (await addQuestion(product, 'P-1', [{ ...face, media }, key], { unit: hall })).versionIds as [string];
  [asked.other] = (await addQuestion(product, 'P-2', [{ ...face, media }, key], { unit: hall })).versionIds as [string];
  [, asked.part] = (await addQuestion(product, 'P-3', [{ type: 'case', media }, { kind: 'parts' }], { unit: hall }, [allTypes.trueFalse])).versionIds as [string, string];
  const questions = [asked.own, asked.part].map((id) => ({ id, type: 'single', optionKeys: ['A', 'B', 'C'] }));
  await product.arrange((tx) => tx.query(`insert into assessment.practice (id, person_id, unit_id, unit_path, mode, questions) values ($1, $2, $3, $4, 'random', $5)`, [newId(), personId, hall.id, hall.path, JSON.stringify(questions)]));
});
afterAll(() => product.stop());

const get = async (login: string, questionId: string, file = fileId): Promise<number> => (await product.inject('GET', `/files/asked-media/${questionId}/${file}`, sessions[login]!)).statusCode;

describe('pictures of questions', () => {
  it('are served to whoever is asked the question, or a part of the case that has them', async () => {
    expect([await get('s1', asked.own), await get('s1', asked.part)]).toEqual([200, 200]);
    expect((await product.inject('GET', `/files/asked-media/${asked.own}/${fileId}`, sessions['s1']!)).headers).toMatchObject({ 'content-type': 'image/png', 'content-security-policy': expect.stringContaining('sandbox') as string });
  });

  it('are nobody else’s, nor those of a question that one was not asked', async () => {
    expect([await get('s2', asked.own), await get('s1', asked.other), await get('s1', asked.own, newId()), await get('s1', 'nothing')]).toEqual([404, 404, 404, 404]);
  });
});
