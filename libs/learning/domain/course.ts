import type { Track } from '@skillhall/directory/domain';

export const activityKinds = ['article', 'quiz'] as const;
export type ActivityKind = (typeof activityKinds)[number];

export interface ArticleContent {
  readonly kind: 'article';
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

export interface QuizContent {
  readonly kind: 'quiz';
  readonly title: string;
  readonly questionCodes: readonly string[];
  /** Least share of right answers, in percent, 1 to 100. */
  readonly passMark: number;
  /** Null: the usual time. */
  readonly timeLimitMinutes: number | null;
}

export type ActivityContent = ArticleContent | QuizContent;

export interface ModuleContent {
  readonly title: string;
  readonly activities: readonly ActivityContent[];
}

/** What one version of a course says. */
export interface CourseContent {
  readonly code: string;
  readonly name: string;
  readonly track: Track;
  readonly hours: number;
  readonly competencies: readonly string[];
  readonly summary: string;
  readonly modules: readonly ModuleContent[];
}

const activityParts = (activity: ActivityContent): unknown[] =>
  activity.kind === 'article'
    ? [activity.kind, activity.title, activity.body]
    : [activity.kind, activity.title, activity.questionCodes, activity.passMark, activity.timeLimitMinutes];

/** The content as one text: equal texts are equal contents, so its digest tells whether a file changed anything. */
export function courseText({ code, name, track, hours, competencies, summary, modules }: CourseContent): string {
  const parts = modules.map(({ title, activities }) => [title, activities.map(activityParts)]);
  return JSON.stringify([code, name, track, hours, competencies, summary, parts]);
}
