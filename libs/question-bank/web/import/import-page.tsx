import { useUnitState } from '@skillhall/ui/desk';
import { useNotice, useUnsaved } from '@skillhall/ui/form';
import { usePhrases } from '@skillhall/ui/i18n';
import { Done, FormerRuns, Problems, RunProgress, upload, useImport, type Import } from '@skillhall/ui/imports';
import { Failed, Page } from '@skillhall/ui/page';
import { Banner } from '@skillhall/ui/pieces';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Checked } from './checked.js';
import styles from './import.module.css';
import { importPhrases } from './phrases.js';
import { newSettings, optionsOf, type Settings } from './settings.js';
import { Source, type Pasted } from './source.js';
import { TextDesk } from './text-desk.js';

/** The whole file was refused: why, and what else may be tried. */
function Refused({ state, onBack }: { readonly state: Import; readonly onBack?: () => void }): ReactNode {
  const t = usePhrases(importPhrases);
  return (
    <div className={styles['panel']}>
      <h2>{t('refusedTitle')}</h2>
      <Banner tone="bad" live>
        {state.run?.failure?.message ?? t('refusedTitle')}
      </Banner>
      <p>
        <Link to="/desk/imports/questions">{t('pointAtColumns')}</Link>
      </p>
      <div className={styles['buttons']}>
        {onBack && <Button onClick={onBack}>{t('backToText')}</Button>}
        <Button onClick={state.another}>{t('another')}</Button>
      </div>
    </div>
  );
}

function useWizard() {
  const state = useImport('questions');
  const notice = useNotice();
  const t = usePhrases(importPhrases);
  const unit = useUnitState().data?.unit.id ?? null;
  const [search] = useSearchParams();
  const [pasted, setPasted] = useState<Pasted>();
  const [chosen, setSettings] = useState<Settings>(newSettings(null));
  const [sending, setSending] = useState(false);
  const settings = { ...chosen, unit: chosen.unit ?? unit };
  useUnsaved(pasted !== undefined && state.stage === 'choose');
  const checkFile = async (wanted: Settings, file?: File): Promise<void> => {
    setSettings(wanted);
    setSending(true);
    try {
      const fileId = file ? (await upload(file, () => {})).id : search.get('file');
      if (fileId !== null) await state.check(fileId, optionsOf(wanted));
    } catch {
      notice.warn(t('notSent'));
    } finally {
      setSending(false);
    }
  };
  const another = () => {
    setPasted(undefined);
    state.another();
  };
  return { state: { ...state, another }, back: state.another, pasted, setPasted, settings, setSettings, checkFile, busy: sending || state.starting };
}

function Step(): ReactNode {
  const t = usePhrases(importPhrases);
  const { state, back, pasted, setPasted, settings, setSettings, checkFile, busy } = useWizard();
  const { stage, run } = state;
  const toText = pasted ? { onBack: back } : {};
  if (stage === 'choose' && pasted)
    return (
      <TextDesk
        text={pasted.text}
        onText={(text) => setPasted({ ...pasted, text })}
        settings={settings}
        onSettings={setSettings}
        busy={busy}
        onCheck={() => void checkFile(settings, new File([pasted.text], /\.\w+$/.test(pasted.name) ? pasted.name : `${pasted.name}.txt`, { type: 'text/plain' }))}
        onLeave={state.another}
      />
    );
  if (stage === 'choose')
    return (
      <>
        <Source
          onText={(next, format) => {
            setSettings({ ...settings, format });
            setPasted(next);
          }}
          onStored={async (fileId, format) => {
            setSettings({ ...settings, format });
            await state.check(fileId, optionsOf({ ...settings, format }));
          }}
        />
        <FormerRuns kind="questions" addressOf={({ id }) => `?run=${id}`} />
      </>
    );
  if (state.failure) return <Failed failure={state.failure} retry={() => void state.lookAgain()} />;
  if (!run || stage === 'waiting') return <RunProgress run={run} />;
  if (stage === 'preview') return <Checked key={run.id} run={run} state={state} settings={settings} onCheck={(wanted, file) => void checkFile(wanted, file)} {...toText} />;
  if (stage === 'done') return <Done run={run} onAnother={state.another} next={[{ to: '/desk/questions', text: t('seeQuestions') }, { to: '/desk/questions/review', text: t('seeReview') }]} />;
  return (
    <>
      <Refused state={state} {...toText} />
      <Problems run={run} />
    </>
  );
}

/** Questions from text and files of every kind: read, looked at, put right, and only then taken in. */
export function ImportQuestionsPage(): ReactNode {
  const t = usePhrases(importPhrases);
  const help = (
    <>
      <p>{t('helpText')}</p>
      <p>{t('helpDoubt')}</p>
      <p>{t('helpAgain')}</p>
    </>
  );
  return (
    <Page title={t('title')} lead={t('lead')} trail={[{ to: '/desk/questions', text: t('bank') }]} help={help}>
      <Step />
    </Page>
  );
}
