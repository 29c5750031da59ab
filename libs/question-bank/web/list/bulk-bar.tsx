import { Menu } from '@skillhall/ui/desk';
import { usePhrases } from '@skillhall/ui/i18n';
import { useMay } from '@skillhall/ui/session';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { bulkPhrases } from './bulk-phrases.js';
import { BulkDialog, type BulkDeed, type Selection } from './bulk-dialog.js';
import type { CategoryOption } from './categories.js';
import type { QuestionFilter } from '@skillhall/ui/gql';

interface BulkBarProps {
  readonly ticked: readonly string[];
  readonly clear: () => void;
  /** What the list is filtered by, and how many that finds. */
  readonly filter: QuestionFilter;
  readonly found: number;
  readonly categories: readonly CategoryOption[];
}

const edits = ['category', 'competency', 'difficulty', 'use'] as const;
const steps = ['submit', 'publish', 'retire', 'restore'] as const;

/** What can be done to the questions ticked, or to all that the list finds. */
export function BulkBar({ ticked, clear, filter, found, categories }: BulkBarProps): ReactNode {
  const t = usePhrases(bulkPhrases);
  const may = useMay();
  const [all, setAll] = useState(false);
  const [deed, setDeed] = useState<BulkDeed>();
  if (!may('question.manage')) return null;
  const selection: Selection = all ? { filter, expectedCount: found } : { targets: ticked.map((id) => ({ id })) };
  const kinds: readonly BulkDeed[] = [...edits, ...steps, ...(may('question.review') ? (['approve'] as const) : [])];
  return (
    <>
      <Menu items={kinds.map((kind) => ({ key: kind, label: t(kind), danger: kind === 'retire' }))} onChoose={setDeed} trigger={(props) => <Button {...props}>{t('change')}</Button>} />
      {found > ticked.length && (
        <Button type="link" aria-pressed={all} onClick={() => setAll(!all)}>
          {all ? t('onlyTicked', { n: ticked.length }) : t('allFound', { n: found })}
        </Button>
      )}
      {deed && (
        <BulkDialog
          deed={deed}
          selection={selection}
          count={all ? found : ticked.length}
          categories={categories}
          onClose={() => setDeed(undefined)}
          onDone={() => {
            setDeed(undefined);
            setAll(false);
            clear();
          }}
        />
      )}
    </>
  );
}
