import { complaintClassNames, counterClasses } from '@skillhall/complaints/domain';
import { say } from '@skillhall/kernel';
import type { ComplaintDetailQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, useLocale, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { DetailDrawer, Facts } from '@skillhall/ui/table';
import type { ReactNode } from 'react';
import { complaintQuery } from './complaint-documents.js';
import styles from './complaints.module.css';
import { Learnt } from './learnt.js';
import { phrases } from './phrases.js';
import { partsOf, removedFrom } from './scrubbed-text.js';
import { Substantiated } from './substantiated.js';

type ComplaintOf = NonNullable<ComplaintDetailQuery['complaint']>;

function Said({ text }: { readonly text: string }): ReactNode {
  const t = usePhrases(phrases);
  const removed = removedFrom(text);
  return (
    <Section title={t('text')}>
      <p className={styles['text']}>
        {partsOf(text).map((part, index) =>
          part.removed ? (
            <mark key={index} className={styles['removed']}>
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </p>
      <p className={styles['soft']}>
        {removed.length === 0 ? t('nothingScrubbed') : t('scrubbed', { what: removed.map((item) => t('scrubbedItem', item)).join(t('between')) })}
      </p>
    </Section>
  );
}

function Detail({ complaint }: { readonly complaint: ComplaintOf }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const locale = useLocale();
  const may = useMay();
  const causes = [complaint.secondClass, complaint.thirdClass].filter(Boolean).join(' › ');
  return (
    <div className={styles['detail']}>
      <Facts
        facts={[
          { name: t('unit'), value: complaint.unit.name },
          { name: t('received'), value: `${format.date(complaint.receivedAt)} ${format.moment(complaint.receivedAt).slice(-5)}` },
          { name: t('class'), value: `${say(complaintClassNames[complaint.class], locale)}${counterClasses.includes(complaint.class) ? ` · ${t('counter')}` : ''}` },
          ...(causes ? [{ name: t('cause'), value: causes }] : []),
          { name: t('substantiated'), value: <Substantiated value={complaint.substantiated} /> },
          ...(complaint.level ? [{ name: t('level'), value: complaint.level }] : []),
          ...(complaint.channel ? [{ name: t('channel'), value: complaint.channel }] : []),
          { name: t('closed'), value: complaint.closedOn ? format.date(complaint.closedOn) : t('notClosed') },
        ]}
      />
      <Said text={complaint.text} />
      {may('learning-record.read') && <Learnt unitId={complaint.unit.id} receivedAt={complaint.receivedAt} />}
    </div>
  );
}

/** One complaint beside the list: what was said, and what was removed from it. */
export function ComplaintDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const query = useQuery(complaintQuery, id === undefined ? null : { id });
  const complaint = query.data?.complaint;
  const current = complaint === null || complaint?.id === id ? query.data : undefined;
  return (
    <DetailDrawer open={id !== undefined} onClose={onClose} title={current?.complaint?.orderNumber ?? t('title')}>
      <Loaded query={{ ...query, data: current }} skeleton={<Skeleton lines={10} />}>
        {(data) => (data.complaint ? <Detail complaint={data.complaint} /> : <Empty title={t('gone')} />)}
      </Loaded>
    </DetailDrawer>
  );
}
