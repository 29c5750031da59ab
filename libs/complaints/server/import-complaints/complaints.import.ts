import { newId } from '@skillhall/kernel';
import type { CopyValue, ImportContext, ImportCounts, StagedRecord, TableImport } from '@skillhall/platform/imports';
import { Injectable } from '@nestjs/common';
import { complaintImportErrors, scrub } from '../../domain/index.js';
import { RunState } from '../data/run-state.js';
import { type PlacedUnit, UnitLookup } from '../data/unit-lookup.js';
import { type ComplaintColumns, complaintColumns } from './complaint-columns.js';
import { Fingerprints } from './fingerprints.js';
import { StagedComplaints } from './staged-complaints.js';
import type { OrderParts, UnitIndex } from '../../domain/index.js';

interface Run {
  readonly units: UnitIndex<PlacedUnit>;
  readonly fingerprint: (parts: OrderParts) => string;
}

/** Takes in an export of work orders. Nothing of a person is kept: the text is scrubbed before it is written anywhere. */
@Injectable()
export class ComplaintsImport implements TableImport<ComplaintColumns> {
  readonly importKind = 'complaints';
  readonly permission = 'complaint.manage';
  readonly columns = complaintColumns;
  readonly phrases = complaintImportErrors;
  readonly template = {
    sheetName: '投诉工单',
    examples: [
      {
        number: 'GD250100001', receivedAt: '2025-01-06 09:40', unit: '东湖营业厅', class: '服务投诉', secondClass: '营业厅服务', thirdClass: '服务态度',
        level: '一般', channel: '95598', text: '客户反映办理业务时等候时间过长，要求答复。', substantiated: '属实', closedOn: '2025-01-10',
      },
    ],
    notes: ['供电单位可填单位名称或单位编码。', '同一工单编号再次导入：内容未变的不动，内容有变的更新。', '客户姓名、联系电话不保存；受理内容中的电话、户号、证件号、姓名、门牌等自动替换为〔电话〕〔户号〕一类的标记。'],
    lists: { class: complaintColumns.class.parse.allowed ?? [], substantiated: ['属实', '不属实', '待核实'] },
  };
  private readonly runs = new RunState<Run>();

  constructor(
    private readonly staged: StagedComplaints,
    private readonly lookup: UnitLookup,
    private readonly fingerprints: Fingerprints,
  ) {}

  async prepare(context: ImportContext): Promise<void> {
    const { tx, scope } = context;
    this.runs.set(context, { units: await this.lookup.within(tx, scope), fingerprint: await this.fingerprints.maker(tx) });
    await this.staged.create(tx);
  }

  stage(context: ImportContext, records: readonly StagedRecord<ComplaintColumns>[]): Promise<void> {
    const run = this.runs.get(context);
    return this.staged.add(context.tx, records.flatMap((record) => stagedRow(context, run, record)));
  }

  merge(context: ImportContext): Promise<ImportCounts> {
    return this.staged.merge(context);
  }
}

function stagedRow(context: ImportContext, { units, fingerprint }: Run, { row, values }: StagedRecord<ComplaintColumns>): CopyValue[][] {
  const { number, receivedAt, secondClass, thirdClass, level, channel, customerName, phone, substantiated, closedOn } = values;
  const match = units.find(values.unit);
  if (!match.found) {
    context.reject(row, 'unit', match.ambiguous ? 'ambiguous-unit' : 'unknown-unit', { unit: values.unit });
    return [];
  }
  const { id: unitId, path } = match.found;
  const text = values.text ?? '';
  const hash = fingerprint([receivedAt, unitId, values.class, secondClass, thirdClass, level, channel, customerName, phone, text, substantiated, closedOn]);
  const clean = scrub(text, { name: customerName, phone });
  return [[row, newId(), number, unitId, path, receivedAt, values.class, secondClass, thirdClass, level, channel, clean, substantiated, closedOn, hash]];
}
