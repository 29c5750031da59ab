import { useUnit } from '@skillhall/ui/desk';
import type { QuestionsByTrackQuery } from '@skillhall/ui/gql';
import { useQuery } from '@skillhall/ui/graphql';
import { useFormat, usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Section, Skeleton, Tile, Tiles } from '@skillhall/ui/page';
import { Bar, LinkButton } from '@skillhall/ui/pieces';
import { useMay } from '@skillhall/ui/session';
import { TrackName, tracks } from '@skillhall/ui/track';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './desk-home.module.css';
import { questionsByTrackQuery, unitNumbersQuery } from './documents.js';
import { phrases } from './phrases.js';

function ByTrack({ data }: { readonly data: QuestionsByTrackQuery }): ReactNode {
  const t = usePhrases(phrases);
  const format = useFormat();
  const most = Math.max(...tracks.map((track) => data[track].totalCount));
  return (
    <ul className={styles['list']}>
      {tracks.map((track) => {
        const said = t('questionsOf', { n: format.count(data[track].totalCount) });
        return (
          <li key={track}>
            <TrackName track={track} />
            <Bar done={data[track].totalCount} total={most} label={said} />
            <Link to={`/desk/questions?track=${track}`}>{said}</Link>
          </li>
        );
      })}
    </ul>
  );
}

function People(): ReactNode {
  const t = usePhrases(phrases);
  const { unit } = useUnit();
  const numbers = useQuery(unitNumbersQuery, { id: unit.id }).data?.unit;
  return (
    <>
      <Tile value={numbers?.peopleCount} unit={t('unitPeople')} to="/desk/people">
        {t('people')}
      </Tile>
      <Tile value={numbers?.hallCount} unit={t('unitHalls')} to="/desk/units">
        {t('halls')}
      </Tile>
    </>
  );
}

/** What those look at first who set papers and hold competitions: what the bank holds, and who could take part. */
export function QuestionHome(): ReactNode {
  const t = usePhrases(phrases);
  const may = useMay();
  const query = useQuery(questionsByTrackQuery, {});
  const toImport = may('question.manage') && <LinkButton to="/desk/questions/import">{t('questionsDo')}</LinkButton>;
  return (
    <>
      <Tiles>
        <Tile value={query.data?.questions.totalCount} unit={t('unitQuestions')} to="/desk/questions">
          {t('questionCount')}
        </Tile>
        {may('person.read') && <People />}
      </Tiles>
      <Section title={t('byTrack')} actions={toImport}>
        <Loaded query={query} skeleton={<Skeleton lines={4} />}>
          {(data) => (data.questions.totalCount === 0 ? <Empty title={t('noQuestions')}>{t('questionsWhy')}</Empty> : <ByTrack data={data} />)}
        </Loaded>
      </Section>
    </>
  );
}
