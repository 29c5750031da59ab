import type { CopyValue, ImportContext, ImportCounts, StagedRecord, TableImport } from '@skillhall/platform/imports';
import { Injectable } from '@nestjs/common';
import { type UnitIndex, volumeImportErrors } from '../../domain/index.js';
import { RunState } from '../data/run-state.js';
import { type PlacedUnit, UnitLookup } from '../data/unit-lookup.js';
import { StagedVolumes } from './staged-volumes.js';
import { type VolumeColumns, volumeColumns } from './volume-columns.js';

/** Takes in what halls transacted month by month: the denominator of every complaint rate. */
@Injectable()
export class VolumesImport implements TableImport<VolumeColumns> {
  readonly importKind = 'volumes';
  readonly permission = 'volume.manage';
  readonly columns = volumeColumns;
  readonly phrases = volumeImportErrors;
  readonly template = {
    sheetName: '业务量',
    examples: [{ month: '2025-01', unit: 'C01-X1-Y01', transactions: '6794', onlineShare: '55.8%', windowStaff: '10' }],
    notes: ['每个营业厅每月一行。', '同一营业厅同一月份再次导入：未变的不动，有变的更新。'],
  };
  private readonly runs = new RunState<UnitIndex<PlacedUnit>>();

  constructor(
    private readonly staged: StagedVolumes,
    private readonly lookup: UnitLookup,
  ) {}

  async prepare(context: ImportContext): Promise<void> {
    this.runs.set(context, await this.lookup.within(context.tx, context.scope));
    await this.staged.create(context.tx);
  }

  stage(context: ImportContext, records: readonly StagedRecord<VolumeColumns>[]): Promise<void> {
    const units = this.runs.get(context);
    return this.staged.add(context.tx, records.flatMap((record) => stagedRow(context, units, record)));
  }

  merge(context: ImportContext): Promise<ImportCounts> {
    return this.staged.merge(context);
  }
}

function stagedRow(context: ImportContext, units: UnitIndex<PlacedUnit>, { row, values }: StagedRecord<VolumeColumns>): CopyValue[][] {
  const { unit, month, transactions, onlineShare, windowStaff } = values;
  const match = units.find(unit);
  if (match.found?.type === 'hall')
    return [[row, match.found.name, match.found.id, match.found.path, `${month}-01`, transactions, onlineShare, windowStaff]];
  const code = match.found ? 'not-a-hall' : match.ambiguous ? 'ambiguous-unit' : 'unknown-unit';
  context.reject(row, 'unit', code, { unit: unit.trim() });
  return [];
}
