import fc from 'fast-check';
import { Gathered, togetherOrAlone } from './gathered.js';

/** Answers each question with itself when the test says so; what is asked together is noted. */
class SlowAnswers {
  readonly together: number[][] = [];
  readonly ends: (() => void)[] = [];
  mostAtOnce = 0;
  #running = 0;

  readonly answer = async (questions: readonly number[]): Promise<(number | Error)[]> => {
    this.together.push([...questions]);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#running);
    await new Promise<void>((end) => this.ends.push(end));
    this.#running--;
    return questions.map((question) => (question < 0 ? new Error(`refused ${question}`) : question));
  };
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
async function endAll({ ends }: SlowAnswers): Promise<void> {
  for (await turn(); ends.length; await turn()) ends.shift()!();
}

describe('questions gathered', () => {
  it('are answered together when they come in one turn of the event loop, or while answers are under way', async () => {
    const answers = new SlowAnswers();
    const gathered = new Gathered(answers.answer, { mostTogether: 10, mostInFlight: 1 });
    const first = [gathered.ask(1), gathered.ask(2)];
    await turn();
    const later = [gathered.ask(3)];
    await turn();
    later.push(gathered.ask(4));
    expect(answers.together).toEqual([[1, 2]]);
    await endAll(answers);
    expect(answers.together).toEqual([[1, 2], [3, 4]]);
    expect(await Promise.all([...first, ...later])).toEqual([1, 2, 3, 4]);
  });

  it('keep to the limits, and each gets its own answer or its own failure', async () => {
    const question = fc.integer({ min: -3, max: 50 });
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }), async (questions, mostTogether, mostInFlight) => {
        const answers = new SlowAnswers();
        const gathered = new Gathered(answers.answer, { mostTogether, mostInFlight });
        const asked = Promise.allSettled(questions.map((one) => gathered.ask(one)));
        await endAll(answers);
        expect((await asked).map((settled) => (settled.status === 'fulfilled' ? settled.value : (settled.reason as Error).message))).toEqual(
          questions.map((one) => (one < 0 ? `refused ${one}` : one)),
        );
        expect(Math.max(0, ...answers.together.map((batch) => batch.length))).toBeLessThanOrEqual(mostTogether);
        expect(answers.mostAtOnce).toBeLessThanOrEqual(mostInFlight);
      }),
    );
  });

  it('fail together where no answer comes at all, and are asked anew afterwards', async () => {
    let broken = true;
    const gathered = new Gathered(async (questions: readonly number[]) => (broken ? Promise.reject(new Error('gone')) : questions), { mostTogether: 10, mostInFlight: 1 });
    const lost = await Promise.allSettled([gathered.ask(1), gathered.ask(2)]);
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await gathered.ask(3)).toBe(3);
  });

  it('may be refused beyond what may wait, and are waited for at the end', async () => {
    const answers = new SlowAnswers();
    const gathered = new Gathered(answers.answer, { mostTogether: 2, mostInFlight: 1, mostWaiting: 3 });
    const asked = [1, 2, 3].map((one) => gathered.ask(one));
    expect(gathered.full).toBe(true);
    const idle = gathered.idle();
    await endAll(answers);
    await idle;
    expect(gathered.full).toBe(false);
    expect(await Promise.all(asked)).toEqual([1, 2, 3]);
  });
});

describe('a batch', () => {
  const failing = (error: Error) => {
    const asked: number[][] = [];
    const commit = async (batch: readonly number[]): Promise<number[]> => {
      asked.push([...batch]);
      if (batch.includes(0)) throw error;
      return batch.map((one) => one * 2);
    };
    return { asked, answer: togetherOrAlone([1, 0, 3], commit) };
  };

  it.each([
    ['the database refuses', Object.assign(new Error('null value in column'), { code: '23502' })],
    ['our own code stumbles over', new Error('question version 7 has no key')],
  ])('is answered one by one where there is one that %s', async (_, error) => {
    const { asked, answer } = failing(error);
    expect(await answer).toEqual([2, error, 6]);
    expect(asked).toEqual([[1, 0, 3], [1], [0], [3]]);
  });

  it.each([
    ['goes down', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['is full', Object.assign(new Error('No space left on device'), { code: '53100' })],
    ['refuses connections', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
    ['has gone', new Error('Connection terminated unexpectedly')],
    ['does not answer', new Error('timeout exceeded when trying to connect')],
  ])('fails at once where the database %s', async (_, error) => {
    const { asked, answer } = failing(error);
    await expect(answer).rejects.toBe(error);
    expect(asked).toEqual([[1, 0, 3]]);
  });
});
