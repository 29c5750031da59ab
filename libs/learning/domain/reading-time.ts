import type { ActivityContent } from './course.js';

// A fluent reader takes 300 to 500 Chinese characters a minute; nobody takes in 1200.
const usualPerMinute = 400;
const mostPerMinute = 1200;
const leastSeconds = 10;

/** Characters that are read: Markdown signs and blanks are not. */
const readCharacters = (body: string): number => body.replace(/[\s#>*_`|~-]/g, '').length;

/** Least seconds that reading `body` takes, at least 10. */
export const leastReadingSeconds = (body: string): number =>
  Math.max(leastSeconds, Math.ceil((readCharacters(body) / mostPerMinute) * 60));

/** Whole seconds still to wait when `elapsed` seconds (of the server's clock) have passed since opening; 0 = enough. */
export const secondsToWait = (body: string, elapsed: number): number =>
  Math.max(0, Math.ceil(leastReadingSeconds(body) - Math.max(0, elapsed)));

/** Minutes to expect for an activity, at least 1: usual reading speed, or a minute for each question. */
export const expectedMinutes = (activity: ActivityContent): number =>
  activity.kind === 'quiz' ? activity.questionCodes.length : Math.max(1, Math.ceil(readCharacters(activity.body) / usualPerMinute));
