import { useAction } from '@skillhall/ui/form';
import type { ExportQuestionsMutation, QuestionExportQuery, QuestionFileFormat, QuestionFilter } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Failed } from '@skillhall/ui/page';
import { Banner, Bar } from '@skillhall/ui/pieces';
import { Button, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { exportMutation, exportQuery } from './export-documents.js';
import { exportPhrases } from './export-phrases.js';
import styles from './list.module.css';

const formats = ['xlsx', 'csv', 'zh_text', 'gift', 'moodle_xml', 'aiken', 'json'] as const satisfies readonly QuestionFileFormat[];
const pick = (data: ExportQuestionsMutation) => data.exportQuestions;
const pollMs = 800;

type Export = NonNullable<QuestionExportQuery['questionExport']>;

const isAtWork = ({ status }: Export): boolean => status === 'queued' || status === 'working';

/** How far it is; at its end the files, and what is not in them. */
function Outcome({ found }: { readonly found: Export }): ReactNode {
  const t = usePhrases(exportPhrases);
  const format = useFormat();
  const { status, done, total, written, losses, withheld, fileId, fileName, lossesFileId } = found;
  const unfit = total - written - withheld;
  if (status === 'failed') return <Banner tone="bad" live>{t('failed')}</Banner>;
  if (isAtWork(found)) {
    const said = t('working', { done: format.count(done), total: format.count(total) });
    return (
      <div role="status">
        <p>{said}</p>
        <Bar done={done} total={Math.max(1, total)} label={said} />
      </div>
    );
  }
  return (
    <>
      <Banner tone="good" live>
        {t('done', { n: format.count(written) })}
      </Banner>
      <a href={`/files/${fileId}`} download={fileName ?? true}>
        {t('download', { name: fileName ?? '' })}
      </a>
      {withheld > 0 && <p>{t('withheld', { n: withheld })}</p>}
      {unfit > 0 && <p>{t('unfit', { n: format.count(unfit) })}</p>}
      {lossesFileId !== null && (
        <p>
          {t('losses', { n: format.count(losses) })}{' '}
          <a href={`/files/${lossesFileId}`} download>
            {t('lossesFile')}
          </a>
        </p>
      )}
    </>
  );
}

interface ExportDialogProps {
  readonly filter: QuestionFilter;
  readonly count: number;
  readonly onClose: () => void;
}

function ExportDialog({ filter, count, onClose }: ExportDialogProps): ReactNode {
  const t = usePhrases(exportPhrases);
  const counted = useFormat();
  const id = useId();
  const [format, setFormat] = useState<QuestionFileFormat>('xlsx');
  const [exportId, setExportId] = useState<string>();
  const [start, starting] = useAction(exportMutation, pick);
  const variables = exportId === undefined ? null : { id: exportId };
  const query = useQuery(exportQuery, variables, { pollMs: ({ questionExport: one }) => (one && one.id === exportId && !isAtWork(one) ? undefined : pollMs) });
  const found = query.data?.questionExport?.id === exportId ? query.data?.questionExport : undefined;
  const run = async () => {
    const result = await start({ input: { format, filter } });
    if (result) setExportId(result.export.id);
  };
  const ended = found && !isAtWork(found);
  const footer = [
    <Button key="close" onClick={onClose}>
      {t('close')}
    </Button>,
    ended ? (
      <Button key="another" onClick={() => setExportId(undefined)}>
        {t('another')}
      </Button>
    ) : (
      <Button key="start" type="primary" loading={starting || exportId !== undefined} onClick={() => void run()}>
        {t('start')}
      </Button>
    ),
  ];
  return (
    <Modal open onCancel={onClose} title={t('title')} footer={footer}>
      <div className={styles['dialog']}>
        {exportId === undefined && (
          <>
            <p className={styles['note']}>{t('lead', { n: counted.count(count) })}</p>
            <label htmlFor={id}>{t('format')}</label>
            <Select<QuestionFileFormat> id={id} value={format} options={formats.map((value) => ({ value, label: t(value) }))} onChange={setFormat} />
          </>
        )}
        {found ? <Outcome found={found} /> : query.failure && <Failed failure={query.failure} retry={() => void query.refetch()} />}
      </div>
    </Modal>
  );
}

/** Takes what the list shows out of the bank, keys and all, as a file. */
export function ExportQuestions({ filter, count }: Omit<ExportDialogProps, 'onClose'>): ReactNode {
  const t = usePhrases(exportPhrases);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabled={count === 0} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && <ExportDialog filter={filter} count={count} onClose={() => setOpen(false)} />}
    </>
  );
}
