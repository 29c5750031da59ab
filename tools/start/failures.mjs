// Turns whatever went wrong into a sentence that says what to do.

/** Something that a person can put right; its message is the sentence. */
export class StartFailure extends Error {
  name = 'StartFailure';
}

const spoken = new Set(['StartFailure', 'EmbeddedPostgresError', 'NoBinariesError']);
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'ECONNRESET', 'EHOSTUNREACH']);
const refused = new Set(['28P01', '28000', '3D000', '42501']);

const fullDisk = (error) => ['ENOSPC', 'EDQUOT', '53100'].includes(error.code) || /no space left on device|disk quota exceeded/i.test(error.message);

/** The address of a database without the password in it. */
function withoutPassword(url) {
  if (!URL.canParse(url)) return url.replace(/:[^:@/]+@/, ':…@');
  const shown = new URL(url);
  return `${shown.hostname}:${shown.port || 5432}${shown.pathname}`;
}

/** One sentence for `error`, or undefined when nobody foresaw it. */
export function sentenceFor(error, { dataFolder = '.data', databaseUrl } = {}) {
  if (fullDisk(error)) return `The disk is full: ${error.path ?? dataFolder} could not be written. Free some space, or set SKILLHALL_DATA to a folder on another disk, and start again.`;
  if (spoken.has(error.name)) return error.message;
  if (error.name === 'ConfigError') return `The configuration is not right:\n${error.message}`;
  if (databaseUrl && unreachable.has(error.code)) return `The database of DATABASE_URL (${withoutPassword(databaseUrl)}) does not answer. Start it, or leave DATABASE_URL out to use the database that comes along.`;
  if (databaseUrl && refused.has(error.code)) return `The database of DATABASE_URL (${withoutPassword(databaseUrl)}) refuses: ${error.message}.`;
  if (['EEXIST', 'ENOTDIR'].includes(error.code) && error.path) return `${error.path} is not a folder. Set SKILLHALL_DATA to one, or to a path where one can be made.`;
  if (['EACCES', 'EPERM', 'EROFS'].includes(error.code) && error.path) {
    const remedy = error.path.startsWith(dataFolder) ? 'or set SKILLHALL_DATA to another folder' : 'or start once as the owner of the repository';
    return `${error.path} cannot be written by this user (${error.code}). Give it the right to write there, ${remedy}.`;
  }
  if (error.code === 'ERR_MODULE_NOT_FOUND') return `Something is missing from node_modules (${error.message.split('\n')[0]}). Run npm ci and start again.`;
  return undefined;
}

/** An error as plain data, to be handed from one process to another. */
export const packError = (error) => ({ name: error?.name, message: error?.message ?? String(error), code: error?.code, path: error?.path, stack: error?.stack });

export const unpackError = ({ message, ...rest }) => Object.assign(new Error(message), rest);
