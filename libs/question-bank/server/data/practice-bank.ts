import { ancestorPaths } from '@skillhall/directory/domain';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';
import type { PoolQuestion } from './question-pool.js';

export interface PracticeChapterRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

/** What is known of a version without its text. */
export interface VersionPlaceRow {
  readonly versionId: string;
  readonly questionId: string;
  readonly part: number;
  /** Competency, or the track where it names none. */
  readonly topic: string;
  readonly examOnly: boolean;
}

const tree = `with recursive tree as (
    select c.id, c.parent_id, c.name, c.unit_path, array[c.id] as ids, array[lpad(c.position::text, 6, '0') || c.name] as place
    from question_bank.category c where c.parent_id is null and c.unit_path = any($1)
    union all
    select c.id, c.parent_id, c.name, t.unit_path, t.ids || c.id, t.place || (lpad(c.position::text, 6, '0') || c.name)
    from question_bank.category c join tree t on c.parent_id = t.id)`;

// The place of a chapter is found once; where no version is in use none has the number 0.
const book = `${tree},
  chapter as (select id, ids, row_number() over (order by unit_path, place) as place from tree)
  select q.id as "questionId", v.id as "versionId", v.type, v.track, v.competency, v.difficulty, coalesce(c.ids, '{}') as "categoryIds", 0 as exposure
  from question_bank.question q
  join question_bank.question_version v on v.question_id = q.id and v.version = q.current_version and v.part = 0
  left join chapter c on c.id = q.category_id
  where q.unit_path = any($1) and q.use <> 'examOnly'
  order by c.place nulls last, q.code collate "C"`;

const reach = (unitPath: string): string[] => [...ancestorPaths(unitPath), unitPath];

/** What may be practised with its key in sight: live questions that are not kept for exams. It never touches the tables of keys. */
@Injectable()
export class PracticeBank {
  /** Questions of the unit and of those above it, in the order of the book: chapter by chapter, then by number. */
  of(tx: Transaction, unitPath: string): Promise<PoolQuestion[]> {
    return tx.query(book, [reach(unitPath)]);
  }

  /** The chapters of the same units, parents before their children. */
  chapters(tx: Transaction, unitPath: string): Promise<PracticeChapterRow[]> {
    return tx.query(`${tree} select id, parent_id as "parentId", name from tree order by unit_path, place`, [reach(unitPath)]);
  }

  /** In no particular order; what they are about is no secret, only call it for versions that were put to the person. */
  places(tx: Transaction, versionIds: readonly string[]): Promise<VersionPlaceRow[]> {
    return tx.query(
      `select v.id as "versionId", v.question_id as "questionId", v.part, coalesce(v.competency, v.track) as topic, q.use = 'examOnly' as "examOnly"
       from question_bank.question_version v join question_bank.question q on q.id = v.question_id where v.id = any($1)`,
      [versionIds],
    );
  }
}
