import type { CourseStatus } from '@skillhall/ui/gql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';

export const courseStatuses = ['draft', 'published', 'retired'] as const satisfies readonly CourseStatus[];
const tones = { draft: 'warn', published: 'good', retired: undefined } as const;

export function StatusTag({ status }: { readonly status: CourseStatus }): ReactNode {
  const t = usePhrases(phrases);
  return <Tag tone={tones[status]}>{t(status)}</Tag>;
}
