import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useAction } from '../form/index.js';
import type { ImportKind, ImportRunQuery, StartImportMutation } from '../gql/index.js';
import { refreshAll, useQuery, type RequestFailure } from '../graphql/index.js';
import { runQuery, startMutation } from './documents.js';

export type Run = NonNullable<ImportRunQuery['importRun']>;
/** What was chosen besides the file, by name. */
export type Options = readonly { readonly name: string; readonly value: string }[];
export type Mapping = readonly { readonly field: string; readonly column: number | null }[];

/** Where an import stands; `waiting` = at work at the server. */
export type Stage = 'choose' | 'waiting' | 'mapping' | 'preview' | 'done' | 'failed';

export function stageOf(run: Run | undefined | null, asked: boolean): Stage {
  if (!asked || run === null) return 'choose';
  if (!run) return 'waiting';
  if (run.recognition && run.recognition.missing.length > 0 && (run.status === 'failed' || run.status === 'done')) return 'mapping';
  if (run.status === 'failed') return 'failed';
  if (run.status !== 'done') return 'waiting';
  return run.dryRun ? 'preview' : 'done';
}

const pollMs = 800;
const pickStart = (data: StartImportMutation) => data.startImport;

export interface Import {
  readonly stage: Stage;
  readonly run: Run | undefined;
  /** How it stands could not be found out. */
  readonly failure: RequestFailure | undefined;
  readonly lookAgain: () => Promise<void>;
  /** The file is still at hand: what was checked can be written. A run found in the list knows only its result. */
  readonly writable: boolean;
  readonly starting: boolean;
  readonly check: (fileId: string, options?: Options) => Promise<void>;
  readonly checkAgain: (mapping: Mapping) => Promise<void>;
  readonly write: () => Promise<void>;
  readonly another: () => void;
}

/** What was written at the server stands on other pages too: all of them are asked for again. */
function useRefreshWhenWritten(stage: Stage, dryRun: boolean | undefined): void {
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === 'waiting' && stage === 'done' && dryRun === false) void refreshAll();
    before.current = stage;
  }, [stage, dryRun]);
}

/** One import from file to result. The file and the run are in the address, so it can be left and found again. */
export function useImport(kind: ImportKind): Import {
  const [search, setSearch] = useSearchParams();
  const runId = search.get('run') ?? undefined;
  const fileId = search.get('file') ?? undefined;
  const first = useQuery(runQuery, runId === undefined ? null : { id: runId, limit: 100 });
  const found = first.data?.importRun;
  // The former run's answer stays while the next is asked for: it is not this run.
  const run = found === null ? null : found?.id === runId ? found : undefined;
  const stage = stageOf(run, runId !== undefined);
  useQuery(runQuery, runId === undefined ? null : { id: runId, limit: 100 }, { pollMs: stage === 'waiting' ? pollMs : undefined });
  useRefreshWhenWritten(stage, run?.dryRun);
  const [start, starting] = useAction(startMutation, pickStart);
  const begin = useCallback(
    async (file: string, dryRun: boolean, mapping?: Mapping, options: Options = []) => {
      const chosen = options.length > 0 && { options: options.map(({ name, value }) => ({ name, value })) };
      const result = await start({ input: { kind, fileId: file, dryRun, ...(mapping && { mapping: [...mapping] }), ...chosen } });
      if (!result) return;
      setSearch((before) => {
        const after = new URLSearchParams(before);
        after.set('file', file);
        after.set('run', result.run.id);
        return after;
      });
    },
    [kind, start, setSearch],
  );
  return {
    stage,
    run: run ?? undefined,
    failure: run === undefined ? first.failure : undefined,
    lookAgain: first.refetch,
    writable: fileId !== undefined,
    starting,
    check: (file, options) => begin(file, true, undefined, options),
    checkAgain: async (mapping) => (fileId === undefined ? undefined : begin(fileId, true, mapping)),
    write: async () => (fileId === undefined ? undefined : begin(fileId, false, run?.recognition?.mapping, run?.options)),
    another: () =>
      setSearch((before) => {
        const after = new URLSearchParams(before);
        after.delete('file');
        after.delete('run');
        return after;
      }),
  };
}
