import { useUnit } from '@skillhall/ui/desk';
import { useAction, useNotice } from '@skillhall/ui/form';
import type { TaxonomyChangesQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Skeleton } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import { Button, Form, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import styles from './complaints.module.css';
import { noteRuleMutation, removeRuleMutation, rulesQuery } from './register-documents.js';
import { registerPhrases } from './register-phrases.js';

type Change = TaxonomyChangesQuery['taxonomyChanges'][number];
const longestNote = 200;

/** A day and what changed on it; asked about once more, since it stands in the charts of many. */
function NoteForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const t = usePhrases(registerPhrases);
  const format = useFormat();
  const notice = useNotice();
  const id = useId();
  const { unit } = useUnit();
  const [date, setDate] = useState('');
  const [note, setNote] = useState('');
  const [send, running] = useAction(noteRuleMutation, (data) => data.noteTaxonomyChange);
  const ask = () =>
    notice.confirm({
      title: t('addTitle', { date: format.date(date) }),
      text: t('addText', { note, unit: unit.name }),
      button: t('add'),
      onConfirm: async () => {
        if (!(await send({ input: { unitId: unit.id, date, note } }))) return;
        notice.done(t('added'));
        setDate('');
        setNote('');
        onDone();
      },
    });
  return (
    <Form layout="vertical" className={styles['noteForm']!} onFinish={ask}>
      <Form.Item label={t('date')} htmlFor={`${id}-date`}>
        <Input id={`${id}-date`} type="date" value={date} onChange={(event) => setDate(event.target.value)} />
      </Form.Item>
      <Form.Item label={t('note')} htmlFor={`${id}-note`} extra={t('noteHelp')} className={styles['grow']!}>
        <Input id={`${id}-note`} maxLength={longestNote} value={note} onChange={(event) => setNote(event.target.value)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" disabled={!date || !note.trim()} loading={running}>
        {t('add')}
      </Button>
    </Form>
  );
}

function Changes({ changes, onDone }: { readonly changes: readonly Change[]; readonly onDone: () => void }): ReactNode {
  const t = usePhrases(registerPhrases);
  const format = useFormat();
  const notice = useNotice();
  const [remove] = useAction(removeRuleMutation, (data) => data.removeTaxonomyChange);
  const [note] = useAction(noteRuleMutation, (data) => data.noteTaxonomyChange);
  const takeAway = async ({ id, date, note: text, unit }: Change) => {
    if (!(await remove({ id }))) return;
    onDone();
    const undo = async () => void (unit && (await note({ input: { unitId: unit.id, date, note: text } })) && onDone());
    notice.removed(t('removed', { date: format.date(date) }), () => void undo());
  };
  return (
    <ul className={styles['changes']}>
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.date}>{format.date(change.date)}</time>
          <span className={styles['grow']}>
            {change.note}
            <small className={styles['cause']}>
              {change.unit ? t('at', { unit: change.unit.name }) : t('everywhere')}
              {change.notedBy && ` · ${t('notedBy', { name: change.notedBy })}`}
            </small>
          </span>
          {/* Without a unit it could not be brought back. */}
          {change.mayRemove && change.unit && (
            <Button aria-label={`${t('remove')} ${change.date}`} onClick={() => void takeAway(change)}>
              {t('remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Days on which the rules of counting changed. */
export function RulesPage(): ReactNode {
  const t = usePhrases(registerPhrases);
  const may = useMay();
  const { unit } = useUnit();
  const query = useQuery(rulesQuery, { unitId: unit.id });
  const again = () => void query.refetch();
  return (
    <Page title={t('rules')} lead={t('rulesLead')} help={<p>{t('rulesHelp')}</p>}>
      {may('complaint.manage') && <NoteForm onDone={again} />}
      <Loaded query={query} skeleton={<Skeleton lines={4} />}>
        {({ taxonomyChanges }) => (taxonomyChanges.length === 0 ? <Empty title={t('rulesEmpty')}>{t('rulesEmptyText')}</Empty> : <Changes changes={taxonomyChanges} onDone={again} />)}
      </Loaded>
    </Page>
  );
}
