import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Bar } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { examPhrases } from '../exam-phrases.js';
import styles from './section-marks.module.css';

interface Marked {
  readonly question: { readonly section: number | null };
  readonly marks: number | null;
  readonly maxMarks: number;
}

interface SectionMarksProps {
  readonly sections: readonly string[];
  readonly items: readonly Marked[];
}

/** The marks of each section, once all of them may be seen. */
export function SectionMarks({ sections, items }: SectionMarksProps): ReactNode {
  const e = usePhrases(examPhrases);
  const format = useFormat();
  if (sections.length < 2 || items.some(({ marks }) => marks === null)) return null;
  return (
    <section className={styles['marks']} aria-label={e('bySection')}>
      <h3>{e('bySection')}</h3>
      <ul>
        {sections.map((title, index) => {
          const own = items.filter(({ question }) => question.section === index);
          const [got, of] = [own.reduce((sum, { marks }) => sum + marks!, 0), own.reduce((sum, { maxMarks }) => sum + maxMarks, 0)];
          const words = e('sectionMarks', { n: format.short(got), of: format.short(of) });
          return (
            <li key={title}>
              <span>{title}</span>
              <strong>{words}</strong>
              <Bar done={got} total={of} label={`${title} ${words}`} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
