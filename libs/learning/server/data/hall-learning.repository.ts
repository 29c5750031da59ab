import type { CivilDate } from '@skillhall/kernel';
import type { Transaction } from '@skillhall/platform/database';
import { Injectable } from '@nestjs/common';

export interface LearnerAtHall {
  readonly personId: string;
  readonly courses: { readonly courseId: string; readonly completedOn: CivilDate; readonly withQuiz: boolean }[];
}

/** Who was employed at the hall in the month of the day, also those who have moved on. */
const people = `select distinct e.person_id as id from directory.employment e
  join directory.person p on p.id = e.person_id
  where e.unit_id = $2 and e.during && daterange(date_trunc('month', $3::date)::date, (date_trunc('month', $3::date) + interval '1 month')::date)
    and exists (select from unnest($1::text[]) as top where p.unit_path >= top and p.unit_path < top || '~')`;

/** Completed by the end of the day; a course with a quiz is completed by passing it. */
const learning = `with there as (${people})
  select t.id as "personId", coalesce(json_agg(json_build_object('courseId', e.course_id, 'completedOn', (e.completed_at at time zone $4)::date::text,
      'withQuiz', exists (select from learning.activity a where a.course_version_id = e.course_version_id and a.kind = 'quiz')) order by e.completed_at)
      filter (where e.id is not null), '[]') as courses
  from there t left join learning.enrolment e on e.person_id = t.id and (e.completed_at at time zone $4)::date <= $3::date
  group by t.id order by t.id`;

/** What the people of a hall had learnt by a day. It says nothing about who was at fault for what happened there. */
@Injectable()
export class HallLearningRepository {
  onDay(tx: Transaction, scope: readonly string[], unitId: string, day: CivilDate, timeZone: string): Promise<LearnerAtHall[]> {
    return tx.query(learning, [scope, unitId, day, timeZone]);
  }
}
