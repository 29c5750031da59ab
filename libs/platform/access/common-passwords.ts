const roots = [
  ...['password', 'passw0rd', 'p@ssw0rd', 'qwertyui', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm1', '1q2w3e4r', '1qaz2wsx', 'qazwsxedc'],
  ...['iloveyou', 'sunshine', 'princess', 'football', 'baseball', 'welcome1', 'letmein1', 'trustno1', 'superman', 'starwars'],
  ...['computer', 'internet', 'whatever', 'dragon12', 'monkey12', 'shadow12', 'master12', 'michael1', 'jennifer', 'admin123'],
  ...['administrator', 'changeme', 'default1', 'testtest', 'guest123', 'skillhall', 'woaini520', 'woaini1314', '5201314a', 'a5201314'],
  ...['qq123456', 'aa123456', 'abc12345', 'abcd1234', 'abc123456', 'a1234567', 'a12345678', 'a123456789', '1234qwer', 'qwer1234'],
  ...['zhongguo', 'wangyang', 'woaiwojia', 'xiaoxiao', 'dianli123', 'gongdian', 'yingyeting', 'guojiadianwang', 'sgcc1234', '95598'],
];

const rows = ['01234567890', '09876543210', 'abcdefghijklmnop', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Runs along a row of keys, of eight to eleven characters. */
const runs = rows.flatMap((row) =>
  [8, 9, 10, 11].flatMap((length) => Array.from({ length: Math.max(0, row.length - length + 1) }, (_, at) => row.slice(at, at + length))),
);

/** Days as people type them as a password. */
const days = Array.from({ length: 60 }, (_, year) => 1960 + year).flatMap((year) =>
  Array.from({ length: 12 }, (_, month) => `${year}${String(month + 1).padStart(2, '0')}01`),
);

const endings = ['', '1', '12', '123', '1234', '!', '123!', '2024', '2025', '2026'];

/** Passwords that are tried first by anybody who guesses: frequent ones, key rows, dates, and these with usual endings. */
export const commonPasswords: ReadonlySet<string> = new Set(
  [...roots, ...runs].flatMap((root) => endings.map((ending) => root + ending)).concat(days, ['11223344', '12341234', '12121212', '88888888', '66666666', '147258369', '123123123', '123321123', '789456123']),
);
