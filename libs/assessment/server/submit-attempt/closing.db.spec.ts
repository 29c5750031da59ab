import { TestApp } from '@skillhall/api/testing';
import { newId } from '@skillhall/kernel';
import type { RunPrepared, Transaction } from '@skillhall/platform/database';
import { AnswerLog, type SaveOutcome } from '../data/answer-log.js';
import { assessmentInvariants } from '../data/invariants.js';
import { CloseAttempt } from './close-attempt.service.js';

let product: TestApp;
let closing: CloseAttempt;
let log: AnswerLog;
let hall: { id: string; path: string };
let quizId: string;
const question = newId();
let people = 0;

beforeAll(async () => {
  product = await TestApp.start();
  [closing, log] = [product.app.get(CloseAttempt), product.app.get(AnswerLog)];
  hall = await product.addUnit('Y1', 'hall');
  quizId = newId();
  await product.arrange(async (tx) => {
    const bankId = newId();
    await tx.query(`insert into question_bank.question (id, code, unit_id, unit_path, current_version) values ($1, 'Q-1', $2, $3, 1)`, [bankId, hall.id, hall.path]);
    await tx.query(
      `insert into question_bank.question_version (id, question_id, version, type, stem, options, track, difficulty, content_hash)
       values ($1, $2, 1, 'single', '?', '[{"key":"A","text":"1"},{"key":"B","text":"2"}]', 'business', 1, '\\x00')`,
      [question, bankId],
    );
    await tx.query(`insert into question_bank.question_key (version_id, key) values ($1, '{"kind": "choice", "correct": ["A"], "rule": "allOrNothing", "credits": null}')`, [question]);
    await tx.query(`insert into assessment.quiz (id, origin, title, pass_mark, unit_id, unit_path) values ($1, 'test', 'test', 60, $2, $3)`, [quizId, hall.id, hall.path]);
  });
});
afterAll(() => product.stop());

interface Started {
  readonly id: string;
  readonly personId: string;
}

/** An attempt whose deadline lies `minutes` ahead; behind, where negative. */
async function attempt(minutes: number, asked: string = question, id: string = newId()): Promise<Started> {
  const personId = await product.addPerson(`p${++people}`, hall);
  const paper = { questions: [{ id: asked, type: 'single', optionKeys: ['A', 'B'] }] };
  await product.arrange((tx) =>
    tx.query(
      `insert into assessment.attempt (id, quiz_id, person_id, unit_id, unit_path, state, started_at, deadline, paper)
       values ($1, $2, $3, $4, $5, 'open', now() - interval '1 day', now() + make_interval(mins => $6), $7)`,
      [id, quizId, personId, hall.id, hall.path, minutes, JSON.stringify(paper)],
    ),
  );
  return { id, personId };
}

const answer = ({ id: attemptId, personId }: Started, clientSeq = 1) => ({ attemptId, personId, clientSeq, questionId: question, choice: ['A'], waited: 0 });
/** Runs statements inside a transaction that the test ends when it likes. */
const inside = (tx: Transaction): RunPrepared => ({ text }, values) => tx.query(text, [...values]);
const save = (tx: Transaction, started: Started): Promise<SaveOutcome[]> => log.append(inside(tx), [answer(started)]);
const system = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => product.database.asSystem('a test', work);
const one = <T>(sql: string, values: unknown[]): Promise<T> => system(async (tx) => ((await tx.query(sql, values)) as [T])[0]);
const answered = async ({ id }: Started): Promise<number> => (await one<{ answered: number }>('select answered from assessment.attempt_result where attempt_id = $1', [id])).answered;
const stateOf = async (id: string): Promise<string> => (await one<{ state: string }>('select state from assessment.attempt where id = $1', [id])).state;

/** The same statements without the lock that a save takes on its attempt. */
const unlocked = (tx: Transaction): RunPrepared => ({ text }, values) => tx.query(text.replace(' for key share', ''), [...values]);

/** Comes back when `work` waits for a lock, or has ended without; asks the database again and again, since nothing tells. */
async function untilItWaits(work: Promise<unknown>): Promise<void> {
  let ended = false;
  void work.finally(() => (ended = true));
  const waiting = `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while (!ended && !(await one<{ n: number }>(waiting, [])).n);
}

describe('an answer that is being saved while the attempt is handed in', () => {
  it('is waited for, and graded', async () => {
    const started = await attempt(30);
    let handedIn: Promise<boolean> | undefined;
    await system(async (tx) => {
      expect(await save(tx, started)).toMatchObject([{ kind: 'saved' }]);
      handedIn = closing.closeOwn(started.personId, started.id);
      await untilItWaits(handedIn);
    });
    expect(await handedIn).toBe(true);
    expect(await answered(started)).toBe(1);
  });

  it('would be lost without the lock that a save takes: so these tests can tell one from the other', async () => {
    const started = await attempt(30);
    await system(async (tx) => {
      expect(await log.append(unlocked(tx), [answer(started)])).toMatchObject([{ kind: 'saved' }]);
      await untilItWaits(closing.closeOwn(started.personId, started.id));
    });
    expect(await answered(started)).toBe(0);
    expect(await system((tx) => tx.query(assessmentInvariants.I4_scoresFollowFromLogAndKey) as Promise<unknown[]>)).toEqual([{ id: started.id }]);
  });

  it('that comes a moment after the hand-in waits for it, and is refused', async () => {
    const started = await attempt(30);
    let saved: Promise<SaveOutcome[]> | undefined;
    await system(async (tx) => {
      await tx.query('select from assessment.attempt where id = $1 for update', [started.id]);
      saved = system((other) => save(other, started));
      await untilItWaits(saved);
      await tx.query(`update assessment.attempt set state = 'submitted', submitted_at = clock_timestamp(), submitted_by = 'examinee' where id = $1`, [started.id]);
    });
    expect(await saved).toEqual([{ kind: 'closed' }]);
  });
});

describe('answers of one batch', () => {
  it('with one number: the first is taken, an equal one is acknowledged, another content is refused', async () => {
    const started = await attempt(30);
    const [first, other] = [answer(started), { ...answer(started), choice: ['B'] }];
    const outcomes = await system((tx) => log.append(inside(tx), [first, other, first]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'conflict', 'saved']);
  });

  it('that belong to somebody else’s attempt, or to none, are nobody’s', async () => {
    const [mine, theirs] = [await attempt(30), await attempt(30)];
    const outcomes = await system((tx) => log.append(inside(tx), [answer(mine), { ...answer(theirs), personId: mine.personId }, { ...answer(mine), attemptId: newId() }]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['saved', 'not-found', 'not-found']);
  });

  it('count although the deadline passed while they waited in our own queue, and not otherwise', async () => {
    const started = await attempt(0);
    const late = { ...answer(started, 2), waited: 0 };
    expect(await system((tx) => log.append(inside(tx), [{ ...answer(started), waited: 10 }, late]))).toMatchObject([{ kind: 'saved' }, { kind: 'closed' }]);
  });

  it('in two batches with the same numbers in opposite order hold each other up, but never for ever', async () => {
    const pairs = await Promise.all([attempt(30), attempt(30), attempt(30), attempt(30)]);
    const numbers = pairs.flatMap((started) => [1, 2, 3].map((seq) => answer(started, seq)));
    const batches = Array.from({ length: 12 }, (_, n) => (n % 2 ? numbers : numbers.toReversed()));
    for (const outcomes of await Promise.all(batches.map((batch) => system((tx) => log.append(inside(tx), batch))))) expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['saved']));
  });
});

describe('handing in at the same moment', () => {
  const handIn = ({ id, personId }: Started) => closing.closeOwn(personId, id);

  it('grades each once, fifty in one transaction, and tells of each', async () => {
    const all = await Promise.all(Array.from({ length: 60 }, () => attempt(30)));
    await system((tx) => log.append(inside(tx), all.map((started) => answer(started))));
    expect(await Promise.all([...all, all[0]!].map(handIn))).toEqual(Array(61).fill(true));
    const ids = all.map(({ id }) => id);
    expect(await one('select count(*)::int as results, count(distinct xmin::text)::int as together, min(answered) as least from assessment.attempt_result where attempt_id = any($1)', [ids])).toEqual({ results: 60, together: 2, least: 1 });
    expect(await one(`select count(*)::int as told from platform.outbox where name = 'attempt.graded' and key = any($1)`, [ids])).toEqual({ told: 60 });
    expect(await handIn(all[0]!)).toBe(true);
  });

  it('is held up by nobody whose paper cannot be graded, and closes nobody else’s', async () => {
    const [sound, broken, theirs] = [await attempt(30), await attempt(30, newId()), await attempt(30)];
    const outcomes = await Promise.allSettled([handIn(sound), handIn(broken), handIn({ ...theirs, personId: sound.personId }), handIn({ ...sound, id: newId() })]);
    expect(outcomes).toMatchObject([{ value: true }, { reason: { message: expect.stringContaining('no key') as string } }, { value: false }, { value: false }]);
    expect(await Promise.all([sound, broken, theirs].map(({ id }) => stateOf(id)))).toEqual(['submitted', 'open', 'open']);
  });
});

describe('handing in what is overdue', () => {
  it('goes on after an attempt that cannot be graded, in its lot and in the next, and still tells of it', async () => {
    const broken = await attempt(-60, newId(0), newId(0));
    const sound: Started[] = [];
    for (let count = 0; count < 101; count++) sound.push(await attempt(-60));
    await expect(closing.closeAllOverdue()).rejects.toThrow('1 overdue');
    expect(await stateOf(broken.id)).toBe('open');
    expect(await Promise.all(sound.map(({ id }) => stateOf(id)))).toEqual(sound.map(() => 'submitted'));
  });

  it('grades the answer with the highest number, and keeps each as it was given: line breaks, quotes and all', async () => {
    const [changed, odd, blank] = [await attempt(-1), await attempt(-1), await attempt(-1)];
    const text = 'first line\nsecond, "quoted" {in braces} \\n\u2028 \t 第二行';
    await product.arrange((tx) =>
      tx.query(`insert into assessment.answer_log (attempt_id, client_seq, question_id, choice) values ($1, 10, $3, '{A}'), ($1, 9, $3, '{B}'), ($2, 1, $3, $4)`, [changed.id, odd.id, question, [text, '']]),
    );
    for (const { id } of [changed, odd, blank]) expect(await closing.closeOverdue(id)).toBe(true);
    const graded = ({ id }: Started) => one('select score::float, answers, key_versions as versions, key_revisions as revisions from assessment.attempt_result where attempt_id = $1', [id]);
    const rest = { questionId: question, maxMarks: 1, byPeople: false };
    const keys = { versions: [question], revisions: [0] };
    expect(await graded(changed)).toEqual({ score: 100, answers: [{ ...rest, choice: ['A'], correct: true, marks: 1 }], ...keys });
    expect(await graded(odd)).toEqual({ score: 0, answers: [{ ...rest, choice: [text, ''], correct: false, marks: 0 }], ...keys });
    expect(await graded(blank)).toEqual({ score: 0, answers: [{ ...rest, choice: [], correct: false, marks: 0 }], ...keys });
  });
});
