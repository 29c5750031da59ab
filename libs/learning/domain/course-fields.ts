import { findCompetency, type Track, trackNames, tracks } from '@skillhall/directory/domain';
import type { CourseContent } from './course.js';
import type { LineProblem } from './course-file.js';

/** A line `名称: 值`; both colons are taken. */
export interface FieldLine {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

export function fieldOf(text: string, line: number): FieldLine | undefined {
  const parts = /^([^:：]{1,20})[:：]\s*(.*)$/.exec(text.trim());
  return parts ? { line, name: parts[1]!.trim().toLowerCase(), value: parts[2]!.trim() } : undefined;
}

export const listOf = (value: string): string[] => value.split(/[,，、;；\s]+/).filter((item) => item !== '');

const names = {
  code: ['课程编码', '课程编号', '課程編碼', '課程編號', 'code'],
  name: ['课程名称', '課程名稱', 'name'],
  track: ['类别', '培训类别', '類別', '培訓類別', 'track'],
  hours: ['学时', '學時', '時數', 'hours'],
  competencies: ['能力项', '能力項', 'competencies'],
  summary: ['说明', '简介', '說明', '簡介', 'summary'],
} as const;
type Name = keyof typeof names;
const required: readonly Name[] = ['code', 'name', 'track', 'hours'];

const nameOf = (written: string): Name | undefined =>
  (Object.keys(names) as Name[]).find((key) => (names[key] as readonly string[]).includes(written));

const trackOf = (text: string): Track | undefined =>
  tracks.find((track) => track === text.toLowerCase() || Object.values(trackNames[track]).some((name) => name.toLowerCase() === text.toLowerCase()));

export type CourseHead = Omit<CourseContent, 'modules'>;

/** The fields above a course, judged; problems go to `problems`, and what could not be read is left blank. */
export function readHead(fields: readonly FieldLine[], lastLine: number, problems: LineProblem[]): CourseHead {
  const found = new Map<Name, FieldLine>();
  for (const field of fields) {
    const name = nameOf(field.name);
    if (!name) problems.push({ line: field.line, code: 'unknown-field', values: { text: field.name } });
    else if (found.has(name)) problems.push({ line: field.line, code: 'repeated-field', values: { text: field.name } });
    else found.set(name, field);
  }
  for (const name of required)
    if (!found.get(name)?.value) problems.push({ line: found.get(name)?.line ?? lastLine, code: 'missing-field', values: { text: names[name][0] } });
  const value = (name: Name): string => found.get(name)?.value ?? '';
  const check = (name: Name, sound: boolean, code: LineProblem['code'], text = value(name)): void => {
    if (value(name) && !sound) problems.push({ line: found.get(name)!.line, code, values: { text } });
  };
  const track = trackOf(value('track'));
  const hours = Number(value('hours').replace(/\s*(学时|學時|小时|小時|h)$/, ''));
  const competencies = listOf(value('competencies'));
  check('code', /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(value('code')), 'bad-course-code');
  check('track', track !== undefined, 'unknown-track');
  check('hours', hours > 0 && hours <= 200, 'bad-hours');
  for (const competency of competencies) check('competencies', findCompetency(competency) !== undefined, 'unknown-competency', competency);
  return { code: value('code'), name: value('name'), track: track ?? 'business', hours: Math.round(hours * 10) / 10, competencies, summary: value('summary') };
}
