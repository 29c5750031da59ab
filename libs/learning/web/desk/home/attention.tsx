import { useUnit } from '@skillhall/ui/desk';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Tile, Tiles } from '@skillhall/ui/page';
import { useMay } from '@skillhall/ui/session';
import type { ReactNode } from 'react';
import { phrases } from '../phrases.js';

const attentionQuery = graphql(`
  query LearningAttention($unitId: ID!) {
    peopleWithoutLearning(unitId: $unitId, limit: 1) {
      totalCount
    }
    courseProgress(unitId: $unitId, state: stalled, limit: 1) {
      totalCount
    }
  }
`);

const withoutAccountQuery = graphql(`
  query WithoutAccount($unitId: ID!) {
    people(filter: { unitId: $unitId, hasAccount: false }, limit: 1) {
      totalCount
    }
  }
`);

/** Three numbers with people behind them, each one something that can be done today. */
export function Attention(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const { unit } = useUnit();
  const learning = useQuery(attentionQuery, { unitId: unit.id }).data;
  const accounts = may('account.manage');
  const without = useQuery(withoutAccountQuery, accounts ? { unitId: unit.id } : null).data;
  return (
    <Tiles>
      {accounts && (
        <Tile value={without?.people.totalCount} unit={t('unitPeople')} to="/desk/people?account=none" calls>
          {t('cannotSignIn')}
        </Tile>
      )}
      <Tile value={learning?.peopleWithoutLearning.totalCount} unit={t('unitPeople')} to="/desk/records/without" calls>
        {t('finishedNothing')}
      </Tile>
      <Tile value={learning?.courseProgress.totalCount} unit={t('unitRecords')} to="/desk/records?state=stalled" calls>
        {t('stalledFor')}
      </Tile>
    </Tiles>
  );
}
