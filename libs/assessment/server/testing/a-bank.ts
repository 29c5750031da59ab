import { newId } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { bareFace, type QuestionFace, type QuestionKey } from '@skillhall/question-bank/domain';

/** The product of a test, as far as a bank is arranged in it. */
interface Arranged {
  arrange<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

type Face = Partial<QuestionFace> & Pick<QuestionFace, 'type'>;
export type Part = readonly [face: Face, key: QuestionKey];

interface Place {
  readonly unit: { readonly id: string; readonly path: string };
  readonly use?: 'any' | 'examOnly' | 'practiceOnly';
  readonly categoryId?: string;
  readonly competency?: string;
  readonly explanation?: string;
}

export const options = ['甲', '乙', '丙'].map((text, index) => ({ key: 'ABC'[index]!, text }));
export const single: QuestionKey = { kind: 'choice', correct: ['A'], rule: 'allOrNothing', credits: null };

/** One of each type, with what is right. */
export const allTypes = {
  single: [{ type: 'single', options }, single],
  fillIn: [
    { type: 'fillIn', stem: '[[1]]、[[2]]', blanks: [{ kind: 'text', unit: null }, { kind: 'number', unit: 'V' }] },
    { kind: 'blanks', anyOrder: false, blanks: [{ kind: 'text', matchCase: false, accepted: [{ text: '首问,负责', credit: 1 }] }, { kind: 'number', unit: 'V', accepted: [{ value: 220, tolerance: 0, credit: 1 }] }] },
  ],
  ordering: [{ type: 'ordering', options }, { kind: 'order', correct: ['C', 'A', 'B'], rule: 'perPlace' }],
  matching: [{ type: 'matching', options, prompts: [{ key: '1', text: '一' }, { key: '2', text: '二' }] }, { kind: 'match', correct: ['B', 'A'], rule: 'perPlace' }],
  calculation: [
    { type: 'calculation', stem: '{{kwh}}', blanks: [{ kind: 'number', unit: '元' }] },
    { kind: 'formula', variables: [{ name: 'kwh', least: 100, most: 900, step: 1 }], blanks: [{ formula: 'kwh*0.5', tolerance: 0, decimals: 2, unit: '元' }] },
  ],
  shortAnswer: [{ type: 'shortAnswer' }, { kind: 'rubric', criteria: [{ id: 'a', text: '说明', share: 1 }], modelAnswer: '示例' }],
  trueFalse: [{ type: 'trueFalse', options: [{ key: 'T', text: '正确' }, { key: 'F', text: '错误' }] }, { ...single, correct: ['F'] }],
  multiple: [{ type: 'multiple', options }, { kind: 'choice', correct: ['A', 'C'], rule: 'missingHalf', credits: null }],
  numeric: [{ type: 'numeric', blanks: [{ kind: 'number', unit: 'V' }] }, { kind: 'blanks', anyOrder: false, blanks: [{ kind: 'number', unit: 'V', accepted: [{ value: 380, tolerance: 0, credit: 1 }] }] }],
} as const satisfies Record<string, Part>;

/** Adds a question, or with `parts` a case; answers its id and those of its versions, of a case itself first. */
export async function addQuestion(product: Arranged, code: string, [face, key]: Part, place: Place, parts: readonly Part[] = []): Promise<{ questionId: string; versionIds: string[]; keys: QuestionKey[] }> {
  const { unit, use = 'any', categoryId = null, competency = null, explanation = null } = place;
  const all: Part[] = [[face, key], ...parts];
  const [questionId, versionIds] = [newId(), all.map(() => newId())];
  await product.arrange(async (tx) => {
    await tx.query('insert into question_bank.question (id, code, unit_id, unit_path, current_version, latest_version, use, category_id) values ($1, $2, $3, $4, 1, 1, $5, $6)', [questionId, code, unit.id, unit.path, use, categoryId]);
    for (const [part, [shown, answer]] of all.entries()) {
      const { type, stem, media, options: some, prompts, blanks } = { ...bareFace, stem: `问${code}`, ...shown };
      await tx.query(
        `insert into question_bank.question_version (id, question_id, version, part, case_id, type, stem, media, options, prompts, blanks, track, competency, difficulty, content_hash)
         values ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, 'business', $11, 1, '\\x00')`,
        [versionIds[part], questionId, part, part ? versionIds[0] : null, type, stem, ...[media, some, prompts, blanks].map((list) => JSON.stringify(list)), competency],
      );
      await tx.query('insert into question_bank.question_key (version_id, key, explanation) values ($1, $2, $3)', [versionIds[part], JSON.stringify(answer), explanation]);
    }
  });
  return { questionId, versionIds, keys: all.map(([, answer]) => answer) };
}
