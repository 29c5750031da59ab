import type { ImportContext, ImportCounts, StagedRecord, TableImport } from '@skillhall/platform/imports';
import { type Failure, isId } from '@skillhall/kernel';
import { Injectable } from '@nestjs/common';
import { examErrors, formLetter, paperErrors } from '../../domain/index.js';
import { type PrintedForm, PrintedForms } from '../data/printed-form.repository.js';
import { type SittingRow, SittingRepository } from '../data/sitting.repository.js';
import { mostQuestions, type PaperColumns, paperColumns } from './paper-columns.js';
import { PaperEntry, type PaperToEnter } from './paper-entry.js';
import { paperImportProblems } from './paper-import-problems.js';

type PaperRecord = StagedRecord<PaperColumns>;

interface Place {
  readonly sitting: SittingRow;
  readonly forms: readonly PrintedForm[];
}

/** What one file has come to so far. */
interface Run {
  /** By what stands in the column; the code of what is wrong with it where nothing was found. */
  readonly places: Map<string, Place | 'unknown-sitting' | 'ambiguous-sitting'>;
  readonly seen: Map<string, number>;
  created: number;
  updated: number;
  unchanged: number;
}

/** Takes in what was written on many papers: each row by the same rules as one typed in, all good rows in one transaction. */
@Injectable()
export class PaperResultsImport implements TableImport<PaperColumns> {
  readonly importKind = 'paperResults';
  readonly permission = 'exam.manage';
  readonly columns = paperColumns;
  readonly phrases = { ...paperErrors, ...examErrors, ...paperImportProblems };
  readonly template = {
    sheetName: '纸质答卷',
    examples: [{ sitting: '第一场', staffNumber: '000123', form: 'A', q1: 'B', q2: 'ACD', q3: '√', q4: '220；50' }],
    notes: [
      '一行一份答卷，列名的数字就是卷面上的题号。没有作答的题留空。',
      '选择题填卷面上的字母，例如 ACD；判断题填 √、× 或卷面上的字母；排序题按先后写字母；配对题依次写各题的字母，空着的写 -。',
      '填空题有几个空就用分号隔开；简答题照抄原文，由阅卷人评分。',
      '同一个人只能录入一次。录错的，在“更正说明”里写明原因再导入，原来的记录会保留。',
    ],
  };
  private readonly runs = new WeakMap<ImportContext, Run>();

  constructor(
    private readonly sittings: SittingRepository,
    private readonly forms: PrintedForms,
    private readonly entry: PaperEntry,
  ) {}

  unknownOption(options: ImportContext['options']): string | null {
    return Object.entries(options).find(([name, value]) => name !== 'sitting' || !isId(value))?.[0] ?? null;
  }

  async prepare(context: ImportContext): Promise<void> {
    this.runs.set(context, { places: new Map(), seen: new Map(), created: 0, updated: 0, unchanged: 0 });
  }

  async stage(context: ImportContext, records: readonly PaperRecord[]): Promise<void> {
    for (const record of records) await this.take(context, this.runs.get(context)!, record);
  }

  async merge(context: ImportContext): Promise<ImportCounts> {
    const { created, updated, unchanged } = this.runs.get(context)!;
    return { created, updated, unchanged };
  }

  private async take(context: ImportContext, run: Run, { row, values }: PaperRecord): Promise<void> {
    const { reject } = context;
    const named = values.sitting ?? context.options['sitting'];
    if (named === undefined) return reject(row, 'sitting', 'missing-sitting');
    const place = run.places.get(named) ?? (await this.place(context, named));
    run.places.set(named, place);
    if (typeof place === 'string') return reject(row, 'sitting', place, { text: named });
    const form = place.forms.find((one) => one.form === formLetter(values.form));
    if (!form) return reject(row, 'form', 'NO_SUCH_FORM', { form: values.form.slice(0, 20) });
    const key = `${place.sitting.id}:${values.staffNumber}`;
    const first = run.seen.get(key);
    if (first !== undefined) return reject(row, 'staffNumber', 'twice-in-file', { first });
    run.seen.set(key, row);
    await this.enter(context, run, row, { sitting: place.sitting, form, staffNumber: values.staffNumber, written: writtenIn(values), correct: Boolean(values.note), note: values.note ?? '', fromFile: true, by: context.actor });
  }

  /** What is there already in the same words changes nothing, so that a file may be brought again. */
  private async enter(context: ImportContext, run: Run, row: number, paper: PaperToEnter): Promise<void> {
    const done = await this.entry.enter(context.tx, paper);
    if (done.ok) run[paper.correct ? 'updated' : 'created'] += 1;
    else if (done.error.code === 'PAPER_SAME') run.unchanged += 1;
    else if (done.error.code === 'PAPER_ENTERED' && (await this.entry.isSame(context.tx, paper))) run.unchanged += 1;
    else context.reject(row, fieldOf(done.error), done.error.code, done.error.values);
  }

  private async place({ tx, scope }: ImportContext, named: string): Promise<Place | 'unknown-sitting' | 'ambiguous-sitting'> {
    const found = await this.sittings.onPaper(tx, scope, named);
    const [sitting] = found;
    if (!sitting) return 'unknown-sitting';
    return found.length > 1 ? 'ambiguous-sitting' : { sitting, forms: await this.forms.of(tx, sitting.id) };
  }
}

/** Which column a failure is about. */
const fieldOf = ({ code, field }: Failure): string => {
  if (field?.startsWith('answers.')) return `q${field.slice('answers.'.length)}`;
  return code === 'INVALID_INPUT' || code === 'PAPER_NOT_ENTERED' ? 'note' : 'staffNumber';
};

function writtenIn(values: PaperRecord['values']): Map<number, string> {
  const cells = values as Readonly<Record<string, string | null>>;
  const written = new Map<number, string>();
  for (let position = 1; position <= mostQuestions; position += 1) {
    const text = cells[`q${position}`];
    if (text) written.set(position, text);
  }
  return written;
}
