// What a request costs before it does anything: bare Node, `select 1`, and our GraphQL without and with a session.
import { addPeople, addUnits, openSession } from '../data/people.mjs';
import { closedHttp, closedLoop, graphqlRequest, withoutErrors } from '../harness/load.mjs';
import { takeTurns } from '../harness/rounds.mjs';
import { createServer } from 'node:net';

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

export const title = 'GraphQL that does nothing, against bare Node and select 1';

export async function run(system, { rounds, seconds, connections, onRound }) {
  const url = await system.createDatabase('bench_graphql');
  const client = await system.connect(url);
  await addUnits(client, 10);
  await addPeople(client, 100);
  const { cookie } = await openSession(client, '10000001');
  const port = await freePort();
  const [api, floor] = [await system.startApi(url), await system.startProcess('tools/bench/floors/http-floor.mjs', { args: [String(port)], readyWhen: 'listening' })];
  const pool = await Promise.all(Array.from({ length: connections }, () => system.connect(url)));
  const ours = { api: api.pid, database: system.databasePid };
  const ask = (query, session) => () => closedHttp({ url: api.graphql, seconds, connections, request: graphqlRequest(query, {}, session), good: withoutErrors });
  const results = await takeTurns(
    [
      { name: 'node', cpuOf: { api: floor.pid }, run: () => closedHttp({ url: `http://127.0.0.1:${port}/`, seconds, connections, request: graphqlRequest('{ __typename }'), good: withoutErrors }) },
      { name: 'select 1', cpuOf: { database: system.databasePid }, run: () => closedLoop({ seconds, workers: connections, work: (index) => pool[index].query({ name: 'one', text: 'select 1' }) }) },
      { name: '__typename', cpuOf: ours, run: ask('{ __typename }') },
      { name: 'signInOptions', cpuOf: ours, run: ask('{ signInOptions { password oidcLabel } }') },
      { name: '__typename, signed in', cpuOf: ours, run: ask('{ __typename }', cookie) },
    ],
    rounds,
    { onRound },
  );
  const ratio = (name) => results[name].cpuTotal / results.node.cpuTotal;
  return {
    results,
    verdicts: [
      { what: '`{ __typename }`: CPU, times bare Node', value: ratio('__typename'), goal: 5, basis: 'cpu' },
      { what: '`{ __typename }` signed in: CPU above the anonymous one, times one select 1', value: (results['__typename, signed in'].cpuTotal - results['__typename'].cpuTotal) / results['select 1'].cpuTotal, basis: 'cpu' },
    ],
  };
}
