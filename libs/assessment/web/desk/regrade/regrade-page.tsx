import { Stem } from '@skillhall/question-bank/answering';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { ApplyRegradeMutation, PreviewRegradeMutation, RegradeOutcomeFragment } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Bar } from '@skillhall/ui/pieces';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { applyRegradeMutation, previewRegradeMutation, regradeSubjectQuery } from './documents.js';
import { firstWish, keyOfWish, type Subject, type Wish } from './new-key.js';
import { phrases } from './phrases.js';
import styles from './regrade.module.css';
import { Report } from './report.js';
import { WishForm } from './wish-form.js';

const pickPreview = (data: PreviewRegradeMutation) => data.previewRegrade;
const pickApply = (data: ApplyRegradeMutation) => data.applyRegrade;
const pollMs = 2000;

function History({ subject }: { readonly subject: Subject }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  if (!subject.regrades.length) return null;
  return (
    <Section title={t('history')}>
      <ol className={styles['history']}>
        {subject.regrades.map(({ id, kind, reason, at, accountName, changed, done, attempts, gained, lost, nowPassed, nowFailed }) => (
          <li key={id}>
            <p>
              {format.moment(at)} {t(kind === 'void' ? 'kind-void' : 'kind-key')} · {accountName} · {reason}
            </p>
            <p className={styles['soft']}>{t('outcome', { attempts, gained, lost, nowPassed, nowFailed })}</p>
            {done < changed ? <Bar done={done} total={changed} label={t('done', { done, n: changed })} /> : null}
            {changed > 0 && (
              <a href={`/files/regrades/${id}/changes.xlsx`} download>
                {t('file')}
              </a>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Editor({ examId, subject, refetch }: { readonly examId: string; readonly subject: Subject; readonly refetch: () => Promise<void> }): ReactNode {
  const t = usePhrases(phrases);
  const notice = useNotice();
  const id = useId();
  const [wish, setWish] = useState<Wish>(() => firstWish(subject));
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<RegradeOutcomeFragment>();
  const [preview, previewing] = useAction(previewRegradeMutation, pickPreview);
  const [apply] = useAction(applyRegradeMutation, pickApply);
  const key = keyOfWish(subject, wish);
  const input = { examId, questionId: subject.questionId, key: key ?? null };
  const change = (next: Wish) => {
    setWish(next);
    setOutcome(undefined);
  };
  const look = async () => setOutcome(await preview({ input }));
  const askApply = () =>
    notice.confirm({
      title: t('applyTitle', { n: outcome!.report.lines.length }),
      text: t('applyText'),
      button: t('apply'),
      danger: true,
      onConfirm: async () => {
        if (!(await apply({ input: { ...input, reason } }))) return;
        notice.done(t('applied'));
        setOutcome(undefined);
        await refetch();
      },
    });
  const trail = [
    { to: `/desk/results/${examId}`, text: t('results') },
    { to: `/desk/items/${examId}`, text: t('items') },
  ];
  return (
    <Page title={t('title')} trail={trail} lead={`${subject.examTitle} · ${subject.code}`} help={<p>{t('help')}</p>}>
      <div className={styles['stem']}>
        <Stem stem={subject.stem} />
      </div>
      <Section title={t('what')}>
        <WishForm subject={subject} wish={wish} onChange={change} />
        <p>
          <Button type={outcome ? 'default' : 'primary'} disabled={key === undefined} loading={previewing} onClick={() => void look()}>
            {t('preview')}
          </Button>
        </p>
      </Section>
      {outcome && (
        <section className={styles['effect']}>
          <Report report={outcome.report} />
          <label htmlFor={`${id}-reason`}>{t('reason')}</label>
          <Input.TextArea id={`${id}-reason`} rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button type="primary" danger disabled={!reason.trim()} onClick={askApply}>
            {t('apply')}
          </Button>
        </section>
      )}
      <History subject={subject} />
    </Page>
  );
}

/** Corrects the key of a question that was sat, or declares it void: first the effect, then the deed. */
export function RegradePage(): ReactNode {
  const t = usePhrases(phrases);
  const { examId = '', questionId = '' } = useParams();
  const query = useQuery(regradeSubjectQuery, { examId, questionId }, { pollMs: ({ regradeSubject }) => (regradeSubject?.regrades.some(({ done, changed }) => done < changed) ? pollMs : undefined) });
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {({ regradeSubject }) =>
        regradeSubject ? (
          <Editor key={`${regradeSubject.questionId}-${regradeSubject.key.revision}`} examId={examId} subject={regradeSubject} refetch={query.refetch} />
        ) : (
          <Page title={t('title')} trail={[{ to: `/desk/results/${examId}`, text: t('results') }]}>
            <Empty title={t('gone')}>{t('goneText')}</Empty>
          </Page>
        )
      }
    </Loaded>
  );
}
