import { usePhrases } from '@skillhall/ui/i18n';
import { Rows } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { ChapterBar } from './chapter-bar.js';
import type { Home } from './modes.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';

type Chapter = Home['chapters'][number];

/** How many chapters lie above each. */
export function depthsOf(chapters: readonly Pick<Chapter, 'id' | 'parentId'>[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of chapters) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? -1) + 1);
  return depths;
}

interface ChaptersProps {
  readonly home: Home;
  readonly busy: string | null;
  readonly onStart: (chapterId: string) => void;
}

/** Chapters of the bank with how far one has come in each; a tap practises what lies there and below. */
export function Chapters({ home, busy, onStart }: ChaptersProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const { chapters, total, answered, mastered } = home;
  const depths = depthsOf(chapters);
  if (!chapters.length) return null;
  return (
    <section className={styles['section']}>
      <h2>{t('chapters')}</h2>
      <p className={styles['soft']}>{t('allProgress', { total, answered, mastered })}</p>
      <Rows>
        {chapters.map((chapter) => (
          <li key={chapter.id}>
            <button
              type="button"
              className={styles['chapter']}
              style={{ paddingLeft: 20 + 16 * depths.get(chapter.id)! }}
              aria-busy={busy === chapter.id || undefined}
              onClick={() => onStart(chapter.id)}
            >
              <strong>{chapter.name}</strong>
              <ChapterBar {...chapter} />
            </button>
          </li>
        ))}
      </Rows>
    </section>
  );
}
