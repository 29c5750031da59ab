// Sign-ins for every role, given to people of the roster who fit.
import { newId } from '@skillhall/kernel';
import { Accounts } from '@skillhall/platform/access';

/** One password for all, easy to type on a phone; it opens an invented company on this machine. */
const password = 'counter-demo';

/** Who gets a sign-in: the post and the kind of unit to look in, and where the role reaches. */
const wanted = [
  { login: 'staff', title: '营业员', post: '营业员', unit: 'hall', roles: [] },
  { login: 'trainer', title: '厅内培训师', post: '营业员', unit: 'hall', roles: [['trainer', 'hall']] },
  { login: 'hr', title: '人资专责', post: '人资专责', unit: 'department', roles: [['hr', 'city']] },
  { login: 'county', title: '县公司管理人员', post: '主管', unit: 'department', roles: [['manager', 'county']] },
  { login: 'manager', title: '市公司管理人员', post: '营销专责', unit: 'department', roles: [['manager', 'city']] },
  { login: 'organiser', title: '竞赛组织者', post: '培训专责', unit: 'department', roles: [['organiser', 'city']] },
  { login: 'examiner', title: '命题人', post: '培训专责', unit: 'department', roles: [['examiner', 'city']] },
  { login: 'admin', title: '系统管理员', post: '信息专责', unit: 'department', roles: [['administrator', 'city']] },
];

const find = `select p.id, p.name, u.name as unit, u.path from directory.person p
  join directory.unit u on u.id = p.unit_id join directory.post o on o.id = p.post_id
  where o.name = $1 and u.type = $2 and p.left_on is null
    and not exists (select from platform.account a where a.person_id = p.id)
    and (o.counter or ($3 = 'county') = exists (select from directory.unit c where c.type = 'county' and starts_with(u.path, c.path)))
  order by p.staff_number limit 1`;

const above = `select id, path from directory.unit where starts_with($1, path) and type = $2`;

const known = `select a.login, a.name, u.name as unit from platform.account a
  join directory.person p on p.id = a.person_id join directory.unit u on u.id = p.unit_id where a.login = $1`;

async function createOne(accounts, tx, { login, title, post, unit, roles }) {
  const [existing] = await tx.query(known, [login]);
  if (existing) return { login, password, name: existing.name, role: title, unit: existing.unit };
  const [person] = await tx.query(find, [post, unit, roles[0]?.[1] ?? '']);
  if (!person) throw new Error(`nobody on the roster is ${post}`);
  await accounts.create(tx, { login, name: person.name, personId: person.id, password, mustChangePassword: false });
  for (const [role, reach] of roles) {
    const [{ id, path }] = await tx.query(above, [person.path, reach]);
    await tx.query('insert into directory.role_grant (id, person_id, role, unit_id, unit_path) values ($1, $2, $3, $4, $5) on conflict do nothing', [newId(), person.id, role, id, path]);
  }
  return { login, password, name: person.name, role: title, unit: person.unit };
}

export function createAccounts(app, database) {
  return database.asSystem('the demo company is being created', async (tx) => {
    const made = [];
    for (const one of wanted) made.push(await createOne(app.get(Accounts), tx, one));
    return made;
  });
}
