import { civilDateIn } from '@skillhall/kernel';
import { CONFIG, type Config } from '@skillhall/platform/config';
import { copyRows, type ImportContext, type ImportCounts, type StagedRecord, type TableImport } from '@skillhall/platform/imports';
import { Inject, Injectable } from '@nestjs/common';
import { personColumns, personImportErrors } from './person-columns.js';
import { addPosts, checks, countChanges, openAndClose, resolveRows, stagingTables, updatePeople } from './person-merge.js';

const columns = ['row', 'number', 'name', 'gender', 'unit', 'post', 'hired_on', 'phone', 'employment', 'since', 'left_on'];

interface Found {
  readonly row: number;
  readonly field: string;
  readonly code: string;
  readonly value: string | null;
}

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
    for (const table of stagingTables) await tx.query(table);
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
    await tx.query('analyze read_person');
    await tx.query(resolveRows, [scope]);
    await tx.query('analyze staged_person');
    for (const { sql, values } of checks(today)) {
      // A deletion answers rows and their number.
      const [found] = (await tx.query(sql, values)) as [Found[], number];
      for (const { row, field, code, value } of found) context.reject(row, field, code, value === null ? {} : { [field]: value });
    }
    for (const step of addPosts) await tx.query(step);
    const [{ updated }] = (await tx.query(updatePeople)) as [{ updated: number }];
    for (const step of openAndClose) await tx.query(step, step.includes('$1') ? [today] : []);
    const [counts] = (await tx.query(countChanges, [updated])) as [ImportCounts];
    return counts;
  }
}
