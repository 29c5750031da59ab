import { newId } from '@skillhall/kernel';
import type { ImportContext, ImportCounts, StagedRecord, TableImport } from '@skillhall/platform/imports';
import { Injectable } from '@nestjs/common';
import { childPath, mayHoldUnits, mostLevels, unitsInCycles, type UnitType } from '../../domain/index.js';
import { unitColumns, unitImportErrors } from './unit-columns.js';

type Row = StagedRecord<typeof unitColumns>;

interface Known {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly parentCode: string | null;
  readonly path: string;
  readonly level: string | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

const known = `select u.id, u.code, u.name, u.type, p.code as "parentCode", u.path, u.hall_level as level,
    u.opened_on::text as "openedOn", u.closed_on::text as "closedOn"
  from directory.unit u left join directory.unit p on p.id = u.parent_id order by u.path`;

const insert = `insert into directory.unit (id, code, name, type, parent_id, path, hall_level, opened_on, closed_on)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const update = `update directory.unit set name = $2, type = $3, hall_level = $4, opened_on = $5, closed_on = $6 where id = $1`;
/** Keys of other tables follow the path; the unit itself and all below it change at once. */
const move = `update directory.unit set path = $2 || substr(path, length($1) + 1),
    parent_id = case when path = $1 then $3 else parent_id end
  where path >= $1 and path < $1 || '~'`;

/** Units come in few thousands, so the tree is put together in memory, row by row from the top. */
@Injectable()
export class UnitImport implements TableImport<typeof unitColumns> {
  readonly importKind = 'units';
  readonly permission = 'unit.manage' as const;
  readonly columns = unitColumns;
  readonly phrases = unitImportErrors;
  readonly template: TableImport['template'] = {
    sheetName: '单位',
    examples: [
      { code: 'C01', name: '临江市供电公司', type: '市公司', openedOn: '2001-01-01' },
      { code: 'C01-X1-Y01', name: '东湖营业厅', parent: 'C01-X1', type: '营业厅', level: 'B', openedOn: '2015-11-01' },
    ],
    notes: ['上级编码留空表示最上级单位', '同一编码再次导入会更新，不会重复'],
    lists: { type: ['公司', '市公司', '县公司', '营业厅', '部门'] },
  };
  private readonly staged = new WeakMap<ImportContext, Row[]>();

  async prepare(context: ImportContext): Promise<void> {
    // Two imports at once would hand out the same paths.
    await context.tx.query('lock table directory.unit in share row exclusive mode');
    this.staged.set(context, []);
  }

  async stage(context: ImportContext, records: readonly Row[]): Promise<void> {
    this.staged.get(context)!.push(...records);
  }

  async merge(context: ImportContext): Promise<ImportCounts> {
    const units = new Map(((await context.tx.query(known)) as Known[]).map((unit) => [unit.code, unit]));
    const rows = this.sound(context, this.staged.get(context)!, units);
    const tree = new TreeWriter(context, units);
    for (const row of topsFirst(rows)) await tree.write(row);
    return tree.counts;
  }

  /** The rows that can be taken in: each code once, a parent that leads to a top. */
  private sound(context: ImportContext, staged: readonly Row[], units: ReadonlyMap<string, Known>): Row[] {
    const first = new Map<string, Row>();
    for (const row of staged) {
      const { code, openedOn, closedOn } = row.values;
      if (first.has(code)) context.reject(row.row, 'code', 'duplicate-code', { code });
      else if (openedOn && closedOn && closedOn < openedOn) context.reject(row.row, 'closedOn', 'closed-before-opened');
      else first.set(code, row);
    }
    const links = [...units.values()].map(({ code, parentCode }) => ({ code, parentCode })).concat([...first.values()].map(({ values }) => ({ code: values.code, parentCode: values.parent })));
    const circling = unitsInCycles(links);
    for (const [code, { row, values }] of first) {
      if (!circling.has(code)) continue;
      context.reject(row, 'parent', 'unit-cycle', { parent: values.parent ?? '' });
      first.delete(code);
    }
    return [...first.values()];
  }
}

/** Parents before children; whose parent is not among the rows comes first. */
function topsFirst(rows: readonly Row[]): Row[] {
  const byCode = new Map(rows.map((row) => [row.values.code, row]));
  const done = new Set<Row>();
  for (const row of rows) {
    const way: Row[] = [];
    for (let at: Row | undefined = row; at && !done.has(at); at = at.values.parent ? byCode.get(at.values.parent) : undefined) way.push(at);
    for (const passed of way.reverse()) done.add(passed);
  }
  return [...done];
}

class TreeWriter {
  counts: ImportCounts = { created: 0, updated: 0, unchanged: 0 };
  private readonly lastChild = new Map<string, number>();

  constructor(
    private readonly context: ImportContext,
    private readonly units: Map<string, Known>,
  ) {
    for (const { path } of units.values()) this.remember(path);
  }

  async write({ row, values }: Row): Promise<void> {
    const parent = values.parent ? this.units.get(values.parent) : null;
    if (parent === undefined) return this.context.reject(row, 'parent', 'unknown-parent', { parent: values.parent! });
    const unit = this.units.get(values.code);
    const places = [unit?.path, parent?.path ?? (unit?.parentCode === null ? unit.path : '')].filter((path) => path !== undefined);
    if (places.some((path) => !this.context.scope.some((top) => path.startsWith(top)))) return this.context.reject(row, 'code', 'unknown-unit', { code: values.code });
    if (parent && !mayHoldUnits(parent.path)) return this.context.reject(row, 'parent', 'too-deep', { parent: parent.code, most: mostLevels });
    if (unit) await this.change(unit, values, parent);
    else await this.create(values, parent);
  }

  private async create(values: Row['values'], parent: Known | null): Promise<void> {
    const unit = { id: newId(), code: values.code, parentCode: parent?.code ?? null, path: this.freePath(parent), ...shared(values) };
    await this.context.tx.query(insert, [unit.id, unit.code, unit.name, unit.type, parent?.id ?? null, unit.path, unit.level, unit.openedOn, unit.closedOn]);
    this.units.set(unit.code, unit);
    this.counts = { ...this.counts, created: this.counts.created + 1 };
  }

  private async change(unit: Known, values: Row['values'], parent: Known | null): Promise<void> {
    const next = shared(values);
    const moved = (parent?.code ?? null) !== unit.parentCode;
    const same = !moved && next.name === unit.name && next.type === unit.type && next.level === unit.level && next.openedOn === unit.openedOn && next.closedOn === unit.closedOn;
    this.counts = same ? { ...this.counts, unchanged: this.counts.unchanged + 1 } : { ...this.counts, updated: this.counts.updated + 1 };
    if (same) return;
    await this.context.tx.query(update, [unit.id, next.name, next.type, next.level, next.openedOn, next.closedOn]);
    const path = moved ? this.freePath(parent) : unit.path;
    if (moved) await this.moveSubtree(unit.path, path, parent?.id ?? null);
    this.units.set(unit.code, { ...unit, ...next, path, parentCode: parent?.code ?? null });
  }

  private async moveSubtree(from: string, to: string, parentId: string | null): Promise<void> {
    await this.context.tx.query(move, [from, to, parentId]);
    for (const [code, below] of this.units) if (below.path.startsWith(from)) this.units.set(code, { ...below, path: to + below.path.slice(from.length) });
    this.remember(to);
  }

  private freePath(parent: Known | null): string {
    const above = parent?.path ?? '';
    const path = childPath(above, (this.lastChild.get(above) ?? 0) + 1);
    this.remember(path);
    return path;
  }

  private remember(path: string): void {
    const above = path.slice(0, -4);
    this.lastChild.set(above, Math.max(this.lastChild.get(above) ?? 0, parseInt(path.slice(-4), 36)));
  }
}

const shared = ({ name, type, level, openedOn, closedOn }: Row['values']) => ({ name, type: type as UnitType, level, openedOn, closedOn });
