import type { PostsAndCompetenciesQuery, Track } from '@skillhall/ui/gql';
import { graphql, useQuery } from '@skillhall/ui/graphql';
import { usePhrases } from '@skillhall/ui/i18n';
import { Empty, Loaded, Page, Section, Skeleton } from '@skillhall/ui/page';
import { Card, Tag } from '@skillhall/ui/pieces';
import { TrackName, tracks } from '@skillhall/ui/track';
import { Table } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { phrases } from './phrases.js';
import styles from './posts.module.css';

const query = graphql(`
  query PostsAndCompetencies {
    posts {
      id
      code
      name
      counter
    }
    competencies {
      code
      track
      name
    }
  }
`);

type Shown = PostsAndCompetenciesQuery;

function Competencies({ track, all }: { readonly track: Track; readonly all: Shown['competencies'] }): ReactNode {
  return (
    <Card>
      <h3>
        <TrackName track={track} />
      </h3>
      <dl className={styles['competencies']}>
        {all
          .filter((one) => one.track === track)
          .map(({ code, name }) => (
            <div key={code}>
              <dt>{code}</dt>
              <dd>{name}</dd>
            </div>
          ))}
      </dl>
    </Card>
  );
}

function Posts({ posts }: { readonly posts: Shown['posts'] }): ReactNode {
  const t = usePhrases(phrases);
  return (
    <Table
      aria-label={t('posts')}
      size="small"
      rowKey="id"
      dataSource={[...posts]}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: <Empty title={t('postsEmpty')}>{t('postsEmptyText')}</Empty> }}
      columns={[
        { title: t('code'), dataIndex: 'code', width: 140 },
        { title: t('name'), dataIndex: 'name' },
        { title: t('counterColumn'), dataIndex: 'counter', render: (counter: boolean) => (counter ? <Tag tone="note">{t('counter')}</Tag> : t('notCounter')) },
        {
          title: t('people'),
          key: 'people',
          render: (_, { id, name }) => (
            <Link to={`/desk/people?post=${id}`} aria-label={`${t('seePeople')} ${name}`}>
              {t('seePeople')}
            </Link>
          ),
        },
      ]}
    />
  );
}

export function PostsPage(): ReactNode {
  const t = usePhrases(phrases);
  const shown = useQuery(query, {});
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      help={
        <>
          <p>{t('helpPosts')}</p>
          <p>{t('helpCompetencies')}</p>
        </>
      }
    >
      <Loaded query={shown} skeleton={<Skeleton lines={10} />}>
        {(data) => (
          <>
            <Section title={t('competencies')}>
              <div className={styles['tracks']}>
                {tracks.map((track) => (
                  <Competencies key={track} track={track} all={data.competencies} />
                ))}
              </div>
            </Section>
            <Section title={t('posts')}>
              <Posts posts={data.posts} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
