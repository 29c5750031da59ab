import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ImportKind } from '../gql/index.js';
import { usePhrases } from '../i18n/index.js';
import { Failed, Page, type TrailStep } from '../page/index.js';
import { Banner } from '../pieces/index.js';
import { ChooseFile } from './choose-file.js';
import { FormerRuns } from './former-runs.js';
import styles from './imports.module.css';
import { MappingForm } from './mapping-form.js';
import { phrases } from './phrases.js';
import { Done, Preview, Problems, RunProgress, type NextStep } from './run-result.js';
import { useImport, type Import } from './use-import.js';

function Step({ kind, state, next }: { readonly kind: ImportKind; readonly state: Import; readonly next: readonly NextStep[] }): ReactNode {
  const t = usePhrases(phrases);
  const [remapping, setRemapping] = useState<string>();
  const { stage, run, starting, check, checkAgain, write, another } = state;
  if (stage === 'choose') return <ChooseFile templateHref={`/imports/${kind}/template`} onStored={(file) => check(file)} />;
  if (state.failure) return <Failed failure={state.failure} retry={() => void state.lookAgain()} />;
  if (!run || stage === 'waiting') return <RunProgress run={run} />;
  if (stage === 'mapping' || (run.id === remapping && run.recognition)) return <MappingForm key={run.id} recognition={run.recognition!} busy={starting} onMapped={(mapping) => void checkAgain(mapping)} />;
  if (stage === 'preview') return <Preview run={run} busy={starting} {...(state.writable && { onWrite: () => void write(), ...(run.recognition && { onRemap: () => setRemapping(run.id) }) })} onAnother={another} />;
  if (stage === 'done') return <Done run={run} onAnother={another} next={next} />;
  return (
    <>
      <div className={styles['panel']}>
        <h2>{t('failedTitle')}</h2>
        <Banner tone="bad" live>
          {run.failure?.message ?? t('failedTitle')}
        </Banner>
        <div className={styles['buttons']}>
          <Button onClick={another}>{t('another')}</Button>
        </div>
      </div>
      <Problems run={run} />
    </>
  );
}

interface ImportPageProps {
  readonly kind: ImportKind;
  readonly title: string;
  /** What the table must hold, in one or two sentences. */
  readonly lead: string;
  readonly trail?: readonly TrailStep[];
  readonly help?: ReactNode;
  /** Where to go when it is done. */
  readonly next?: readonly NextStep[];
}

/** From a table as people send it to records: choose, point at columns if need be, look, write. */
export function ImportPage({ kind, title, lead, trail, help, next = [] }: ImportPageProps): ReactNode {
  const state = useImport(kind);
  return (
    <Page title={title} lead={lead} {...(trail && { trail })} help={help}>
      <Step kind={kind} state={state} next={next} />
      {state.stage === 'choose' && <FormerRuns kind={kind} addressOf={({ id }) => `?run=${id}`} />}
    </Page>
  );
}
