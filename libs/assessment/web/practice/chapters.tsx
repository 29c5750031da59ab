import { usePhrases } from '@skillhall/ui/i18n';
import { Rows } from '@skillhall/ui/pieces';
import { useState, type ReactNode } from 'react';
import { ChapterBar } from './chapter-bar.js';
import type { Home } from './modes.js';
import { practicePhrases } from './phrases.js';
import styles from './practice.module.css';

type Chapter = Home['chapters'][number];

export interface ChapterTree extends Chapter {
  readonly depth: number;
  readonly below: boolean;
}

/** Chapters that are to be seen: the top ones, and what lies below those that are unfolded. */
export function seenChapters(chapters: readonly Chapter[], unfolded: ReadonlySet<string>): ChapterTree[] {
  const known = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  const above = ({ parentId }: Chapter): Chapter[] => {
    const parent = parentId === null ? undefined : known.get(parentId);
    return parent ? [...above(parent), parent] : [];
  };
  return chapters
    .filter((chapter) => above(chapter).every(({ id }) => unfolded.has(id)))
    .map((chapter) => ({ ...chapter, depth: above(chapter).length, below: chapters.some(({ parentId }) => parentId === chapter.id) }));
}

interface ChaptersProps {
  readonly home: Home;
  readonly busy: string | null;
  readonly onStart: (chapterId: string) => void;
}

/** Chapters of the bank with how far one has come in each; a tap practises what lies there and below. */
export function Chapters({ home, busy, onStart }: ChaptersProps): ReactNode {
  const t = usePhrases(practicePhrases);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const { chapters, total, answered, mastered } = home;
  if (!chapters.length) return null;
  const fold = (id: string) => setUnfolded(new Set(unfolded.has(id) ? [...unfolded].filter((each) => each !== id) : [...unfolded, id]));
  return (
    <section className={styles['section']}>
      <h2>{t('chapters')}</h2>
      <p className={styles['soft']}>{t('allProgress', { total, answered, mastered })}</p>
      <Rows>
        {seenChapters(chapters, unfolded).map((chapter) => (
          <li key={chapter.id} className={styles['top']}>
            <button
              type="button"
              className={styles['chapter']}
              style={{ paddingLeft: 20 + 16 * chapter.depth }}
              aria-busy={busy === chapter.id || undefined}
              onClick={() => onStart(chapter.id)}
            >
              <strong>{chapter.name}</strong>
              <ChapterBar {...chapter} />
            </button>
            {chapter.below && (
              <button type="button" className={styles['unfold']} aria-expanded={unfolded.has(chapter.id)} aria-label={t('unfold', { chapter: chapter.name })} onClick={() => fold(chapter.id)}>
                <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" aria-hidden>
                  <path d="M5 9l7 7 7-7" />
                </svg>
              </button>
            )}
          </li>
        ))}
      </Rows>
    </section>
  );
}
