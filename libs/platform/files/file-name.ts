/** Half a character, which a cut leaves behind, is replaced. */
export const wellFormed = (text: string): string => Buffer.from(text).toString();

/** A name as it can be stored and shown: without control characters, which no file needs. */
export const readableName = (name: string): string => wellFormed(name.replace(/\p{Cc}/gu, '').slice(0, 200)) || 'file';
