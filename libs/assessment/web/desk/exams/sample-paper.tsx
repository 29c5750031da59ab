import { QuestionInput, type Answer } from '@skillhall/question-bank/answering';
import { questionPhrases } from '@skillhall/question-bank/picking';
import type { AskedQuestionFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Skeleton } from '@skillhall/ui/page';
import { DetailDrawer } from '@skillhall/ui/table';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { valuesOf } from '../../components/question-card.js';
import { bySection } from '../../sections.js';
import { examPreviewQuery } from './exam-documents.js';
import styles from './exams.module.css';
import { editorPhrases } from './editor-phrases.js';

function Asked({ question }: { readonly question: AskedQuestionFragment }): ReactNode {
  const t = usePhrases(editorPhrases);
  const word = usePhrases(questionPhrases);
  const [choice, setChoice] = useState<Answer>([]);
  const lead = (
    <p className={styles['lead']}>
      {question.position}. {word(question.type)} · {t('worth', { n: question.marks })}
    </p>
  );
  return (
    <li>
      <QuestionInput face={question} caseFace={question.case ?? undefined} values={valuesOf(question)} choice={choice} onChange={setChoice} lead={lead} />
    </li>
  );
}

/** A paper as an examinee would meet it, drawn only to be looked at. */
export function SamplePaper({ examId, onClose }: { readonly examId: string; readonly onClose: () => void }): ReactNode {
  const t = usePhrases(editorPhrases);
  const query = useQuery(examPreviewQuery, { id: examId });
  return (
    <DetailDrawer open onClose={onClose} title={t('sample')} width={720} actions={<Button onClick={() => void query.refetch()}>{t('anotherSample')}</Button>}>
      <p className={styles['soft']}>{t('sampleText')}</p>
      <Loaded query={query} skeleton={<Skeleton lines={12} />}>
        {({ examPreview }) =>
          examPreview ? (
            bySection(examPreview.sections, examPreview.questions).map(({ title, questions }, index) => (
              <section key={index} className={styles['sample']}>
                {title && <h3>{title}</h3>}
                <ol>
                  {questions.map((question) => (
                    <Asked key={question.id} question={question} />
                  ))}
                </ol>
              </section>
            ))
          ) : (
            <Empty title={t('noSample')}>{t('noSampleText')}</Empty>
          )
        }
      </Loaded>
    </DetailDrawer>
  );
}
