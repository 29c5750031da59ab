import type { PaperEntriesQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Figure, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Tag } from '@skillhall/ui/pieces';
import { Filters, SearchFilter, ServerTable, useTableState, type TableColumn } from '@skillhall/ui/table';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { paperEntriesQuery, papersQuery } from './documents.js';
import styles from './paper.module.css';
import { phrases } from './phrases.js';
import { isBusy, type Papers, type PaperSitting, PrintSection } from './print-section.js';

type Entry = PaperEntriesQuery['paperEntries']['nodes'][number];
const pollMs = 1500;

function useColumns(sittingId: string): TableColumn<Entry>[] {
  const t = usePhrases(phrases);
  const format = useFormat();
  const said = ({ version, note, fromFile }: Entry): string => (version > 1 ? t('corrected', { n: version - 1, note }) : t(fromFile ? 'byFile' : 'first'));
  const by = ({ accountName }: Entry): string => accountName || t('commandLine');
  return [
    { key: 'number', title: t('staffNumber'), show: (row) => row.staffNumber, width: 120 },
    { key: 'name', title: t('name'), show: (row) => <strong>{row.name}</strong>, width: 120 },
    { key: 'form', title: t('form'), show: (row) => row.form, width: 80 },
    { key: 'answered', title: t('answered'), show: (row) => `${row.answered} / ${row.total}`, width: 100 },
    { key: 'state', title: t('state'), show: (row) => (row.version > 1 ? <Tag tone="warn">{said(row)}</Tag> : said(row)) },
    { key: 'by', title: t('typedBy'), show: by, width: 120 },
    { key: 'at', title: t('typedAt'), show: (row) => format.moment(row.at), width: 180 },
    {
      key: 'acts',
      title: t('correct'),
      show: (row) => (
        <Link to={`/desk/sittings/${sittingId}/papers/enter?person=${encodeURIComponent(row.staffNumber)}`} aria-label={`${t('correct')} ${row.name}`}>
          {t('correct')}
        </Link>
      ),
      width: 90,
    },
  ];
}

function EntrySection({ sitting, papers }: { readonly sitting: PaperSitting; readonly papers: Papers }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const go = useNavigate();
  const table = useTableState(['search'] as const);
  const query = useQuery(paperEntriesQuery, { sittingId: sitting.id, search: table.filters.search ?? null, offset: table.offset, limit: table.limit });
  const columns = useColumns(sitting.id);
  const closed = !papers.forms.length ? 'notYet' : sitting.state === 'open' || sitting.state === 'closed' ? undefined : 'notOpen';
  return (
    <Section title={t('entering')}>
      <div className={styles['figures']}>
        <Figure value={format.count(papers.forms.reduce((sum, { entered }) => sum + entered, 0))}>{t('entered')}</Figure>
        <Figure value={format.count(sitting.counts.admitted)}>{t('admitted')}</Figure>
      </div>
      {closed ? (
        <p>{t(closed)}</p>
      ) : (
        <>
          <div className={styles['buttons']}>
            <Button type="primary" onClick={() => void go(`/desk/sittings/${sitting.id}/papers/enter`)}>
              {t('enterPapers')}
            </Button>
            <Button onClick={() => void go('/desk/imports/paperResults')}>{t('fromFile')}</Button>
          </div>
          <Filters table={table}>
            <SearchFilter table={table} name="search" label={t('searchPerson')} />
          </Filters>
          <ServerTable label={t('entered')} table={table} query={query} page={query.data?.paperEntries} rowKey={(row) => row.personId} columns={columns} empty={<Empty title={t('noEntries')}>{t('noEntriesText')}</Empty>} />
        </>
      )}
    </Section>
  );
}

/** Printed papers of one sitting: made into files before, typed in afterwards. */
export function PapersPage(): ReactNode {
  const t = usePhrases(phrases);
  const { sittingId = '' } = useParams();
  const query = useQuery(papersQuery, { id: sittingId }, { pollMs: ({ sitting }) => (sitting?.papers && isBusy(sitting.papers) ? pollMs : undefined) });
  const trail = [{ to: '/desk/sittings', text: t('sittings') }];
  return (
    <Loaded query={query} skeleton={<Skeleton lines={8} />}>
      {({ sitting }) =>
        sitting?.papers ? (
          <Page title={t('papers')} trail={[...trail, { to: `/desk/sittings/${sitting.id}`, text: sitting.title }]} lead={t('lead')} help={<p>{t('help')}</p>}>
            <PrintSection sitting={sitting} papers={sitting.papers} onAsked={query.refetch} />
            <EntrySection sitting={sitting} papers={sitting.papers} />
          </Page>
        ) : (
          <Page title={t('papers')} trail={trail}>
            <Empty title={t('gone')} />
          </Page>
        )
      }
    </Loaded>
  );
}
