import { useUnit } from '@skillhall/ui/desk';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Section, Tile, Tiles } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { few } from '../charts/month-series.js';
import { useHallMonths } from '../halls/use-hall-months.js';
import { phrases } from '../phrases.js';

const undecidedQuery = graphql(`
  query UndecidedComplaints($unitId: ID!) {
    complaints(filter: { unitId: $unitId, undecided: true }, limit: 1) {
      totalCount
    }
  }
`);

/** What waits for a manager: findings that nobody has made, halls with many complaints, figures that have not come. */
export function Decisions({ month }: { readonly month: string }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const may = useMay();
  const { unit } = useUnit();
  const undecided = useQuery(undecidedQuery, may('complaint.read') ? { unitId: unit.id } : null).data;
  const halls = useHallMonths(unit.id, month, month).data;
  const said = { month: format.month(month) };
  return (
    <Section title={t('decisions')}>
      <Tiles>
        {may('complaint.read') && (
          <Tile value={undecided?.complaints.totalCount} unit={t('unitComplaints')} to="/desk/complaints?substantiated=open" calls>
            {t('undecided')}
          </Tile>
        )}
        <Tile value={halls?.filter(({ counterComplaints }) => counterComplaints >= few).length} unit={t('unitHalls')} to="/desk/impact" calls>
          {t('hallsOfMany', { ...said, few })}
        </Tile>
        <Tile value={halls?.filter(({ transactions }) => transactions === null).length} unit={t('unitHalls')} to={may('volume.manage') ? '/desk/imports/volumes' : '/desk/impact'} calls>
          {t('hallsWithoutVolume', said)}
        </Tile>
      </Tiles>
    </Section>
  );
}
