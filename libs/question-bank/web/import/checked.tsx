import { jsonText, toContent, type ExchangeQuestion, type Judgement } from '@skillhall/question-bank/domain';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { changesNothing, Counts, Problems, type Import, type Run } from '@skillhall/ui/imports';
import { Skeleton } from '@skillhall/ui/page';
import { Banner } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { Tick } from '../editor/fields.js';
import { EditDrawer } from './edit-drawer.js';
import styles from './import.module.css';
import { importPhrases } from './phrases.js';
import { ReadList } from './read-list.js';
import { fetchRead, judged } from './reading.js';
import { SettingsForm } from './settings-form.js';
import { settingsOf, type Settings } from './settings.js';

type Read = Awaited<ReturnType<typeof fetchRead>>;

/** What the server read of the file; `gone` once it was taken away after its time. */
function useRead(run: Run): Read | 'gone' | undefined {
  const fileId = run.files.find(({ kind }) => kind === 'read')?.fileId;
  const [found, setFound] = useState<{ fileId: string; read: Read | 'gone' }>();
  useEffect(() => {
    let wanted = true;
    if (fileId !== undefined)
      fetchRead(fileId).then(
        (read) => wanted && setFound({ fileId, read }),
        () => wanted && setFound({ fileId, read: 'gone' }),
      );
    return () => void (wanted = false);
  }, [fileId]);
  if (fileId === undefined) return 'gone';
  return found && found.fileId === fileId ? found.read : undefined;
}

type Edited = ReadonlyMap<number, ExchangeQuestion>;

/** The same with what was put right on this page. */
const withEdits = ({ judged: list, others }: Judgement, edited: Edited, { track }: Settings): Judgement => ({
  others,
  judged: list.map((each, at) => {
    const question = edited.get(at);
    return question ? { question, odd: [], content: toContent(question, { track }), doubtful: false } : each;
  }),
});

interface CheckedProps {
  readonly run: Run;
  readonly state: Import;
  readonly settings: Settings;
  /** Checks a file, the same or another one, with these settings. */
  readonly onCheck: (settings: Settings, file?: File) => void;
  /** Back to the text, where the page has it. */
  readonly onBack?: () => void;
}

function Buttons({ run, state, dirty, onBack }: Pick<CheckedProps, 'run' | 'state' | 'onBack'> & { readonly dirty: boolean }): ReactNode {
  const t = usePhrases(importPhrases);
  const format = useFormat();
  return (
    <div className={styles['buttons']}>
      {state.writable && !changesNothing(run) && (
        <Button type="primary" size="large" disabled={run.accepted === 0 || dirty} loading={state.starting} onClick={() => void state.write()}>
          {t('importNow', { n: format.count(run.created + run.updated) })}
        </Button>
      )}
      {onBack && (
        <Button size="large" onClick={onBack}>
          {t('backToText')}
        </Button>
      )}
      <Button size="large" onClick={state.another}>
        {t('another')}
      </Button>
    </div>
  );
}

/** What would come in, before anything does; each question can be looked at and put right. */
export function Checked({ run, state, settings: last, onCheck, onBack }: CheckedProps): ReactNode {
  const t = usePhrases(importPhrases);
  const read = useRead(run);
  const [settings, setSettings] = useState(() => settingsOf(run.options, last));
  const [edited, setEdited] = useState<Edited>(new Map());
  const [open, setOpen] = useState<number>();
  const judgement = useMemo(() => (read && read !== 'gone' ? withEdits(judged(read.reading, settings), edited, settings) : undefined), [read, settings, edited]);
  const changed = edited.size > 0 || JSON.stringify(settings) !== JSON.stringify(settingsOf(run.options, last));
  const again = () => {
    if (edited.size === 0 || !judgement) return onCheck(settings);
    const text = jsonText(judgement.judged.map(({ question }) => question), judgement.judged.flatMap(({ odd }) => odd));
    onCheck({ ...settings, format: 'json' }, new File([text], `${run.fileName.replace(/\.\w+$/, '')}.json`, { type: 'application/json' }));
  };
  const whole = read && read !== 'gone' && read.total <= read.reading.questions.length;
  const opened = open === undefined ? undefined : judgement?.judged[open]?.question;
  return (
    <>
      <div className={styles['panel']}>
        <h2>{t('checkedTitle')}</h2>
        <p className={styles['soft']}>{run.fileName}</p>
        <Counts run={run} />
        {run.accepted === 0 && <Banner tone="warn">{t('nothingToTake')}</Banner>}
        {run.accepted > 0 && changesNothing(run) && <Banner tone="note">{t('nothingNew')}</Banner>}
        <Buttons run={run} state={state} dirty={changed} {...(onBack && { onBack })} />
      </div>
      {state.writable && (
        <>
          <SettingsForm settings={settings} onChange={setSettings} {...(edited.size > 0 && { formats: [settings.format] })} />
          <div className={styles['bar']}>
            <p role="status">{edited.size > 0 ? t('edited', { n: edited.size }) : changed ? t('changed') : ''}</p>
            <Tick label={t('takeDoubtful')} checked={settings.doubtful} onChange={(doubtful) => setSettings({ ...settings, doubtful })} />
            <Button disabled={!changed} loading={state.starting} onClick={again}>
              {t('checkAgain')}
            </Button>
          </div>
        </>
      )}
      {read === undefined && <Skeleton lines={8} />}
      {judgement && !onBack && (
        <>
          {!whole && <Banner tone="note">{t('onlySome', { n: judgement.judged.length })}</Banner>}
          <ReadList judgement={judgement} takeDoubtful={settings.doubtful} {...(whole && state.writable && { onEdit: setOpen })} />
        </>
      )}
      <Problems run={run} />
      {open !== undefined && opened && (
        <EditDrawer
          key={open}
          question={opened}
          track={settings.track}
          title={t('placeOf', { n: open + 1, line: opened.line })}
          onClose={() => setOpen(undefined)}
          onSave={(question) => {
            setEdited(new Map([...edited, [open, question]]));
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
