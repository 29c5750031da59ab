import { civilDateIn } from '@skillhall/kernel';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { copyRows, type ImportContext, type ImportCounts, type StagedRecord, type TableImport } from '@skillhall/platform/imports';
import { Inject, Injectable } from '@nestjs/common';
import { personColumns, personImportErrors } from './person-columns.js';
import * as sql from './person-merge.js';

const columns = ['row', 'number', 'name', 'gender', 'unit', 'post', 'hired_on', 'phone', 'employment', 'since', 'left_on'];

interface Wrong {
  readonly row: number;
  readonly code: keyof typeof fieldOf;
  readonly number?: string;
  readonly unit?: string;
  readonly since?: string | null;
}

/** The field that each problem found in sets is about. */
const fieldOf = {
  'duplicate-number': 'number',
  'left-before-hired': 'leftOn',
  'unknown-unit': 'unit',
  'number-taken': 'number',
  'overlapping-employment': 'since',
} as const;

/** The roster. Everything after the reading happens in sets: a company of 100,000 takes seconds. */
@Injectable()
export class PersonImport implements TableImport<typeof personColumns> {
  readonly importKind = 'people';
  readonly permission = 'person.manage' as const;
  readonly columns = personColumns;
  readonly phrases = personImportErrors;
  readonly template: TableImport['template'] = {
    sheetName: '人员',
    examples: [{ number: '10001', name: '王芳', gender: '女', unit: 'C01-X1-Y01', post: '营业员', hiredOn: '2012-11-27', employment: '合同制' }],
    notes: ['工号不得重复', '同一工号再次导入会更新，单位变了就记为一次调动', '没有列在文件里的人不受影响'],
    lists: { gender: ['女', '男'] },
  };

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async prepare({ tx }: ImportContext): Promise<void> {
    await tx.query(sql.stagingTable);
  }

  async stage({ tx }: ImportContext, records: readonly StagedRecord<typeof personColumns>[]): Promise<void> {
    await copyRows(
      tx,
      'read_person',
      columns,
      records.map(({ row, values: v }) => [row, v.number, v.name, v.gender, v.unit, v.post, v.hiredOn, v.phone, v.employment, v.since, v.leftOn]),
    );
  }

  async merge(context: ImportContext): Promise<ImportCounts> {
    const { tx, scope } = context;
    const today = civilDateIn(new Date(), this.config.TIME_ZONE);
    await tx.query(sql.settings);
    await tx.query('analyze read_person');
    await this.leaveOut(context, await tx.query(sql.duplicates), ['read_person']);
    await this.leaveOut(context, await tx.query(sql.wrongRows, [scope]), ['read_person']);
    await tx.query(sql.findChanged);
    await tx.query('analyze changed_person');
    await this.leaveOut(context, await tx.query(sql.overlaps, [today]), ['read_person', 'changed_person']);
    await tx.query(sql.addPosts);
    for (const step of sql.recordMoves) await tx.query(step, step.includes('$1') ? [today] : []);
    const [{ updated }] = (await tx.query(sql.updatePeople)) as [{ updated: number }];
    await tx.query(sql.joinOnce);
    const [{ created }] = (await tx.query(sql.addPeople, [today])) as [{ created: number }];
    await tx.query(sql.signOutLeavers, [today]);
    const [{ read }] = (await tx.query(sql.countRows)) as [{ read: number }];
    return { created, updated, unchanged: read - created - updated };
  }

  private async leaveOut({ tx, reject }: ImportContext, wrong: readonly Wrong[], tables: readonly string[]): Promise<void> {
    for (const { row, code, ...values } of wrong) {
      const field = fieldOf[code];
      const value = field === 'leftOn' ? undefined : values[field];
      reject(row, field, code, value == null ? {} : { [field]: value });
    }
    if (wrong.length) for (const table of tables) await tx.query(sql.leaveOut(table), [wrong.map(({ row }) => row)]);
  }
}
