import { useAction } from '@skillhall/ui/form';
import type { ExportStudyMutation, StudyFormat } from '@skillhall/ui/gql';
import { graphql } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { fetchFile } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { readingPhrases } from '../reading-phrases.js';

const exportMutation = graphql(`
  mutation ExportStudy($runId: ID!, $format: StudyFormat!) {
    exportStudy(runId: $runId, format: $format) {
      __typename
      ... on ExportStudySuccess {
        fileId
        fileName
      }
      ... on UserError {
        code
        message
      }
    }
  }
`);

const pick = (data: ExportStudyMutation) => data.exportStudy;
const formats = [
  ['pdf', 'exportPdf'],
  ['xlsx', 'exportXlsx'],
] as const satisfies readonly (readonly [StudyFormat, string])[];

/** A run for people who have no account: the server writes what the page says, doubts and log included. */
export function ExportButtons({ runId }: { readonly runId: string }): ReactNode {
  const t = usePhrases(readingPhrases);
  const [write, writing] = useAction(exportMutation, pick);
  const save = async (format: StudyFormat) => {
    const written = await write({ runId, format });
    if (written) fetchFile(`/files/${written.fileId}`, written.fileName);
  };
  return formats.map(([format, words]) => (
    <Button key={format} disabled={writing} onClick={() => void save(format)}>
      {t(words)}
    </Button>
  ));
}
