import { common, usePhrases } from '@skillhall/ui/i18n';
import { Tag } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { phrases } from '../phrases.js';
import type { CourseOf } from './course-page.js';
import styles from './courses.module.css';

// The reader of articles comes only when somebody opens one.
const Markdown = lazy(() => import('../../components/markdown.js'));

type ModuleOf = CourseOf['modules'][number];
type ActivityOf = ModuleOf['activities'][number];

function Article({ activity }: { readonly activity: ActivityOf }): ReactNode {
  const t = usePhrases(phrases);
  const tc = usePhrases(common);
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={styles['line']}>
        <Tag>{t('article')}</Tag>
        <span className={styles['title']}>{activity.title}</span>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)} aria-label={`${t(open ? 'fold' : 'read')} ${activity.title}`}>
          {t(open ? 'fold' : 'read')}
        </Button>
      </div>
      {open && (
        <div className={styles['body']}>
          <Suspense fallback={<p>{tc('loading')}</p>}>{activity.body ? <Markdown text={activity.body} /> : <p>{t('noBody')}</p>}</Suspense>
        </div>
      )}
    </>
  );
}

function Quiz({ activity: { title, questionCodes, passMark } }: { readonly activity: ActivityOf }): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const n = questionCodes.length;
  return (
    <div className={styles['line']}>
      <Tag tone="note">{t('quiz')}</Tag>
      <span className={styles['title']}>{title}</span>
      <span className={styles['soft']}>{passMark === null ? t('questionsNoMark', { n }) : t('questionsIn', { n, mark: passMark })}</span>
      <span className={styles['codes']}>
        {questionCodes.map((code) => (may('question.read') ? <Link key={code} to={`/desk/questions?search=${encodeURIComponent(code)}`}>{code}</Link> : <span key={code}>{code}</span>))}
      </span>
    </div>
  );
}

/** What a course holds, in its order. */
export function CourseModules({ modules }: { readonly modules: readonly ModuleOf[] }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <ol className={styles['modules']}>
      {modules.map(({ id, title, activities }, index) => (
        <li key={id} className={styles['module']}>
          <h3>{t('module', { n: index + 1, title })}</h3>
          <ol>
            {activities.map((activity) => (
              <li key={activity.id}>{activity.kind === 'article' ? <Article activity={activity} /> : <Quiz activity={activity} />}</li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
