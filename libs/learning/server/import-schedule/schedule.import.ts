import { type CivilDate, civilDateIn, newId } from '@skillhall/kernel';
import { CONFIG, type Config } from '@skillhall/platform/config';
import type { CopyValue, ImportContext, ImportCounts, StagedRecord, TableImport } from '@skillhall/platform/imports';
import { Inject, Injectable } from '@nestjs/common';
import { assignmentProblem, scheduleImportErrors } from '../../domain/index.js';
import { type ScheduleColumns, scheduleColumns } from './schedule-columns.js';
import { StagedSchedule } from './staged-schedule.js';

interface Known {
  readonly halls: ReadonlyMap<string, { id: string; path: string; name: string }>;
  readonly courses: ReadonlyMap<string, string>;
  readonly today: CivilDate;
}

const halls = `select u.id, u.code, u.name, u.path from directory.unit u
  where u.type = 'hall' and exists (select from unnest($1::text[]) as top where u.path >= top and u.path < top || '~')`;
/** Courses kept in the subtrees, or offered there from above. */
const courses = `select c.id, c.code from learning.course c where exists (select from unnest($1::text[]) as top where starts_with(c.unit_path, top) or starts_with(top, c.unit_path))`;

/** Takes in which hall has its first session of which course when, and why. */
@Injectable()
export class ScheduleImport implements TableImport<ScheduleColumns> {
  readonly importKind = 'training';
  readonly permission = 'training.schedule';
  readonly columns = scheduleColumns;
  readonly phrases = scheduleImportErrors;
  readonly template = {
    sheetName: '培训安排',
    examples: [{ course: 'COM-102', hall: 'C01-X1-Y01', month: '2026-03', reason: '投诉突增', lookedFrom: '2025-12', lookedUntil: '2026-02', decidedBy: '营销部会议' }],
    notes: ['每个营业厅、每门课程一行：首次培训。', '投诉突增必须写明看了哪几个月的投诉。', '已经举办的和抽签抽出的安排，文件不会改动。'],
  };
  private readonly runs = new WeakMap<ImportContext, Known>();

  constructor(
    private readonly staged: StagedSchedule,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async prepare(context: ImportContext): Promise<void> {
    const { tx, scope } = context;
    const places = (await tx.query(halls, [scope])) as { id: string; code: string; name: string; path: string }[];
    const known = (await tx.query(courses, [scope])) as { id: string; code: string }[];
    this.runs.set(context, { halls: new Map(places.map((hall) => [hall.code, hall])), courses: new Map(known.map(({ id, code }) => [code, id])), today: civilDateIn(new Date(), this.config.TIME_ZONE) });
    await this.staged.create(tx);
  }

  stage(context: ImportContext, records: readonly StagedRecord<ScheduleColumns>[]): Promise<void> {
    const known = this.runs.get(context)!;
    return this.staged.add(context.tx, records.flatMap((record) => stagedRow(context, known, record)));
  }

  merge(context: ImportContext): Promise<ImportCounts> {
    return this.staged.merge(context);
  }
}

function stagedRow(context: ImportContext, known: Known, { row, values }: StagedRecord<ScheduleColumns>): CopyValue[][] {
  const { course, hall, month, day, reason, lookedFrom, lookedUntil, decidedBy, heldOn } = values;
  const [place, courseId] = [known.halls.get(hall), known.courses.get(course)];
  if (!courseId) return rejected(context, row, 'course', 'unknown-course', course);
  if (!place) return rejected(context, row, 'hall', 'unknown-hall', hall);
  const plan = { plannedMonth: month, plannedOn: day, reason, lookedFrom, lookedUntil, decidedBy };
  if (assignmentProblem(plan) || (heldOn && heldOn > known.today)) return rejected(context, row, 'month', 'bad-plan', hall);
  const first = (text: string | null): string | null => text && `${text}-01`;
  return [[row, newId(), place.name, courseId, place.id, place.path, first(month), day, reason, first(lookedFrom), first(lookedUntil), decidedBy.trim(), heldOn]];
}

function rejected(context: ImportContext, row: number, field: string, code: string, text: string): [] {
  context.reject(row, field, code, { text });
  return [];
}
