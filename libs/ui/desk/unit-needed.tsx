import type { ReactNode } from 'react';
import { usePhrases } from '../i18n/index.js';
import { Empty, Failed, Skeleton } from '../page/states.js';
import { LinkButton } from '../pieces/index.js';
import { useMay } from '../session/index.js';
import { phrases } from './phrases.js';
import { useUnitState } from './unit.js';

function NoUnit(): ReactNode {
  const t = usePhrases(phrases);
  if (!useMay()('unit.manage'))
    return (
      <Empty whole title={t('noUnit')}>
        {t('noUnitText')}
      </Empty>
    );
  return (
    <Empty whole title={t('firstUnit')} action={<LinkButton to="/desk/imports/units">{t('importUnits')}</LinkButton>}>
      {t('firstUnitText')}
    </Empty>
  );
}

interface UnitNeededProps {
  /** What stands here while there is no unit; without it, how to begin. */
  readonly none?: ReactNode;
  readonly children: ReactNode;
}

/** Shows its content once it is known which unit the desk looks at. */
export function UnitNeeded({ none, children }: UnitNeededProps): ReactNode {
  const { data, failure, none: nowhere, refetch } = useUnitState();
  if (data) return children;
  if (failure) return <Failed whole failure={failure} retry={() => void refetch()} />;
  if (nowhere) return none || <NoUnit />;
  return <Skeleton lines={8} />;
}
