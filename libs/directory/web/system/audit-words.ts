/** The actions that have words of their own; others are shown by their code. */
export const knownActions = [
  'session.opened',
  'accounts.created',
  'password.reset',
  'role.granted',
  'role.revoked',
  'import.started',
  'files.expired',
  'course.published',
  'course.retired',
  'admin.created',
  'demo.created',
] as const;
type KnownAction = (typeof knownActions)[number];

const subjects = ['person', 'unit', 'account', 'course', 'import', 'demo'] as const;
type KnownSubject = (typeof subjects)[number];

export const knownAction = (action: string): KnownAction | undefined => knownActions.find((one) => one === action);
export const knownSubject = (type: string): KnownSubject | undefined => subjects.find((one) => one === type);

/** The details of an entry (a JSON object as text) as `name value` pairs; anything else as it stands. */
export function detailPairs(details: string): readonly (readonly [name: string, value: string])[] {
  try {
    const parsed: unknown = JSON.parse(details);
    if (typeof parsed !== 'object' || parsed === null) return [['', String(parsed)]];
    return Object.entries(parsed).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)] as const);
  } catch {
    return details === '' ? [] : [['', details]];
  }
}

/** The names of details that have words of their own. */
export const detailWords = {
  staffNumber: 'detailStaffNumber',
  role: 'detailRole',
  unit: 'detailUnit',
  count: 'detailCount',
  kind: 'detailKind',
  file: 'detailFile',
  code: 'detailCode',
  version: 'detailVersion',
  by: 'detailBy',
} as const;
type KnownDetail = keyof typeof detailWords;

export const knownDetail = (name: string): KnownDetail | undefined => (Object.hasOwn(detailWords, name) ? (name as KnownDetail) : undefined);
