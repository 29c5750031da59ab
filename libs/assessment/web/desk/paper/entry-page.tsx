import { useUnsaved } from '@skillhall/ui/form';
import { useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Banner, Choice } from '@skillhall/ui/pieces';
import { Button, Input } from 'antd';
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { AnswerCell } from './answer-cell.js';
import { papersQuery } from './documents.js';
import styles from './paper.module.css';
import { phrases } from './phrases.js';
import type { Papers, PaperSitting } from './print-section.js';
import { useEntry } from './use-entry.js';

type Entry = ReturnType<typeof useEntry>;

function Who({ entry, forms, onFound }: { readonly entry: Entry; readonly forms: Papers['forms']; readonly onFound: () => void }): ReactNode {
  const t = usePhrases(phrases);
  const id = useId();
  const { person, staffNumber, form, correcting } = entry;
  const find = async () => {
    const found = await entry.find(staffNumber);
    if (found && found.form === null) onFound();
  };
  return (
    <Section title={t('who')}>
      <div className={styles['buttons']}>
        <label htmlFor={id}>{t('staffNumber')}</label>
        <Input id={id} value={staffNumber} autoFocus autoComplete="off" maxLength={40} style={{ width: 200 }} disabled={correcting} onChange={(event) => entry.setStaffNumber(event.target.value)} onPressEnter={() => void find()} />
        <Button onClick={() => void find()} disabled={correcting || !staffNumber.trim()}>
          {t('find')}
        </Button>
        <Choice label={t('form')} value={form.form} onChange={entry.setLetter} options={forms.map((one) => ({ value: one.form, text: t('formName', { form: one.form }) }))} />
      </div>
      <div aria-live="polite" className={styles['person']}>
        {person === null && <Banner tone="warn">{t('notFound')}</Banner>}
        {person && person.form === null && <Banner tone="good">{t('foundName', { name: person.name })}</Banner>}
        {person && person.form !== null && !correcting && (
          <Banner tone="warn" action={<Button onClick={() => entry.correct(person)}>{t('toCorrect')}</Button>}>
            {t('foundEntered', { name: person.name, form: person.form })}
          </Banner>
        )}
        {person && correcting && (
          <>
            <Banner tone="note">{t('correcting', { name: person.name })}</Banner>
            <div className={styles['buttons']}>
              <label htmlFor={`${id}-note`}>{t('why')}</label>
              <Input id={`${id}-note`} value={entry.note} maxLength={500} style={{ width: 420 }} onChange={(event) => entry.setNote(event.target.value)} />
            </div>
          </>
        )}
      </div>
    </Section>
  );
}

function Sheet({ entry, onMove }: { readonly entry: Entry; readonly onMove: (from: number, steps: number) => void }): ReactNode {
  const { form, typed, type } = entry;
  const titles = form.sections.length ? form.sections : [''];
  return titles.map((title, index) => (
    <fieldset key={index} className={styles['section']}>
      <legend>{title}</legend>
      <div className={styles['cells']}>
        {form.questions
          .filter(({ section }) => section === index)
          .map((question) => (
            <AnswerCell key={question.position} question={question} text={typed[question.position] ?? ''} onType={(text) => type(question.position, text)} onMove={(steps) => onMove(question.position, steps)} />
          ))}
      </div>
    </fieldset>
  ));
}

function Typing({ sitting, papers }: { readonly sitting: PaperSitting; readonly papers: Papers }): ReactNode {
  const t = usePhrases(phrases);
  const [search] = useSearchParams();
  const entry = useEntry(sitting.id, papers.forms);
  const box = useRef<HTMLDivElement>(null);
  const { form, typed, changed, ready, saving, correcting, find, correct, setStaffNumber } = entry;
  const filled = form.questions.filter(({ position }) => typed[position]?.trim()).length;
  useUnsaved(changed && (filled > 0 || correcting) && !saving);
  const asked = useRef(search.get('person'));
  useEffect(() => {
    const number = asked.current;
    asked.current = null;
    if (!number) return;
    setStaffNumber(number);
    void find(number).then((found) => found?.form && correct(found));
  }, [find, correct, setStaffNumber]);
  const goTo = (position: number) => box.current?.querySelector<HTMLElement>(`[data-position="${position}"]`)?.focus();
  const save = async () => {
    if (!ready || saving) return;
    const { saved, at } = await entry.save();
    if (saved) box.current?.querySelector<HTMLElement>('input')?.focus();
    else if (at) goTo(at);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <div ref={box} onKeyDown={keys}>
      <Who entry={entry} forms={papers.forms} onFound={() => goTo(1)} />
      <Sheet entry={entry} onMove={(from, steps) => (from + steps > form.questions.length ? box.current?.querySelector<HTMLElement>('[data-save]')?.focus() : goTo(from + steps))} />
      <div className={styles['foot']}>
        <span>{t('filled', { n: filled, total: form.questions.length })}</span>
        <Button type="primary" data-save disabled={!ready} loading={saving} onClick={() => void save()}>
          {t(correcting ? 'saveCorrection' : 'save')}
        </Button>
        <Button onClick={entry.clear}>{t('clear')}</Button>
      </div>
    </div>
  );
}

/** What was written on paper, typed in person by person. */
export function EntryPage(): ReactNode {
  const t = usePhrases(phrases);
  const { sittingId = '' } = useParams();
  const query = useQuery(papersQuery, { id: sittingId });
  const trail = [{ to: '/desk/sittings', text: t('sittings') }];
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {({ sitting }) =>
        sitting?.papers ? (
          <Page title={t('enterPapers')} trail={[...trail, { to: `/desk/sittings/${sitting.id}`, text: sitting.title }, { to: `/desk/sittings/${sitting.id}/papers`, text: t('papers') }]} lead={t('entryLead')} help={<p>{t('entryHelp')}</p>}>
            {sitting.papers.forms.length ? <Typing sitting={sitting} papers={sitting.papers} /> : <Empty title={t('notYet')} action={<Link to={`/desk/sittings/${sitting.id}/papers`}>{t('papers')}</Link>} />}
          </Page>
        ) : (
          <Page title={t('enterPapers')} trail={trail}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
