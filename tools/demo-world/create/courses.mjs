// Puts every draft in force.
import { PublishCourseService } from '@skillhall/learning/server';

/** In whose name the company is set up: the product's own services ask who acts. */
export const founder = { accountId: '00000000-0000-7000-8000-00000000000d', personId: null, unitPath: null, name: 'demo', grants: [{ role: 'administrator', unitId: null, path: '' }] };

export async function publishCourses(app, database) {
  const drafts = await database.asSystem('the demo company is being created', (tx) => tx.query(`select course_id as id from learning.course_version where status = 'draft'`));
  for (const { id } of drafts) {
    const result = await app.get(PublishCourseService).publish(founder, id);
    if (!result.ok) throw new Error(`course ${id}: ${result.error.code}`);
  }
}
