import { useUnit } from '@skillhall/ui/desk';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Figure } from '@skillhall/ui/page';
import { Card } from '@skillhall/ui/pieces';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './desk-home.module.css';
import { questionCountQuery, recentRecordsQuery, unitNumbersQuery } from './documents.js';
import { phrases } from './phrases.js';

interface NumberCardProps {
  readonly value: number | undefined;
  readonly meaning: string;
  readonly to: string;
  readonly link: string;
}

function NumberCard({ value, meaning, to, link }: NumberCardProps): ReactNode {
  const format = useFormat();
  return (
    <Card className={styles['number']!}>
      <Figure value={value === undefined ? '…' : format.count(value)}>{meaning}</Figure>
      <Link to={to}>{link}</Link>
    </Card>
  );
}

/** Halls and people of the unit. */
export function UnitNumbers(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const numbers = useQuery(unitNumbersQuery, { id: unit.id }).data?.unit;
  return (
    <>
      <NumberCard value={numbers?.peopleCount} meaning={t('people')} to="/desk/people" link={t('seePeople')} />
      {unit.type !== 'hall' && unit.type !== 'department' && (
        <NumberCard value={numbers?.hallCount} meaning={t('halls')} to="/desk/units" link={t('seeUnits')} />
      )}
    </>
  );
}

export function QuestionNumber(): ReactNode {
  const t = usePhrases(phrases);
  const { data } = useQuery(questionCountQuery, {});
  return <NumberCard value={data?.questions.totalCount} meaning={t('questionCount')} to="/desk/questions" link={t('seeQuestions')} />;
}

export function RecordNumber(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const { data } = useQuery(recentRecordsQuery, { unitId: unit.id });
  return <NumberCard value={data?.courseProgress.totalCount} meaning={t('records')} to="/desk/records" link={t('seeRecords')} />;
}
