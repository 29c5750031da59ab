import type { DatabasePart } from '@skillhall/platform/database';
import { CreateQuestionBank1700000031000 } from '../migrations/1700000031000-create-question-bank.js';

export const questionBankDatabase: DatabasePart = { entities: [], migrations: [CreateQuestionBank1700000031000] };
