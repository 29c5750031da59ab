import type { Permission, Phrase } from '@skillhall/kernel';
import type { ComponentType } from 'react';

/** A page's code, loaded when somebody goes there. */
export type LoadPage = () => Promise<ComponentType>;

/** A page of the phone shell. */
export interface LearnerRoute {
  readonly path: string;
  readonly load: LoadPage;
  readonly permission?: Permission;
  /** Without the bar: nothing else matters there (a paper being answered). */
  readonly alone?: boolean;
}

/** The tasks of the rail, from top to bottom. */
export const tasks = ['home', 'people', 'training', 'questions', 'service', 'system'] as const;
export type Task = (typeof tasks)[number];

/** A page of the desk. Without a `rail` title it is reached from another page. */
export interface DeskRoute {
  /** Below `/desk/`: `people`, `courses/:courseId`. */
  readonly path: string;
  readonly load: LoadPage;
  /** What somebody must hold to see it; of several, one is enough. */
  readonly permission: Permission | readonly Permission[];
  readonly task: Task;
  readonly rail?: Phrase;
  /** Works before the organisation has a single unit: what is needed to bring the first one in. */
  readonly beforeUnits?: boolean;
}
