/**
 * Where somebody stands and which roles they hold: a query that answers one row, `unit_path` and `grants` (json), for
 * the account whose row is `a` around it. Filled by the capability that keeps people.
 */
export const ACCOUNT_STANDING = Symbol('account-standing');
