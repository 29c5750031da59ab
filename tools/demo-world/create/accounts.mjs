// Sign-ins for every role, given to people of the roster who fit.
import { newId } from '@skillhall/kernel';

/** One password for all, easy to type on a phone; it opens an invented company on this machine. */
const password = 'counter-demo';

/** Who gets a sign-in: the post and the kind of unit to look in, and where the role reaches; null = everything. */
const wanted = [
  { login: 'staff', role: 'staff', post: '营业员', unit: 'hall' },
  { login: 'trainer', role: 'trainer', post: '营业员', unit: 'hall', reach: 'hall' },
  { login: 'hr', role: 'hr', post: '人资专责', unit: 'department', reach: 'city' },
  { login: 'county', role: 'manager', post: '主管', unit: 'department', reach: 'county' },
  { login: 'manager', role: 'manager', post: '营销专责', unit: 'department', reach: 'city' },
  { login: 'organiser', role: 'organiser', post: '培训专责', unit: 'department', reach: 'city' },
  { login: 'examiner', role: 'examiner', post: '培训专责', unit: 'department', reach: 'city' },
  { login: 'admin', role: 'administrator', post: '信息专责', unit: 'department', reach: null },
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

const grant = `insert into directory.role_grant (id, person_id, role, unit_id, unit_path) values ($1, $2, $3, $4, $5) on conflict do nothing`;

async function createOne(accounts, tx, { login, role, post, unit, reach }) {
  const [existing] = await tx.query(known, [login]);
  if (existing) return { login, password, name: existing.name, role, unit: existing.unit };
  const [person] = await tx.query(find, [post, unit, reach ?? '']);
  if (!person) throw new Error(`nobody on the roster is ${post}`);
  await accounts.create(tx, { login, name: person.name, personId: person.id, password, mustChangePassword: false });
  // Staff need no grant: everybody on the roster learns.
  if (reach !== undefined) {
    const [place] = reach === null ? [{ id: null, path: '' }] : await tx.query(above, [person.path, reach]);
    await tx.query(grant, [newId(), person.id, role, place.id, place.path]);
  }
  return { login, password, name: person.name, role, unit: person.unit };
}

/** Makes the sign-ins that are missing; answers all of them. */
export async function createAccounts(accounts, tx) {
  const made = [];
  for (const one of wanted) made.push(await createOne(accounts, tx, one));
  return made;
}
