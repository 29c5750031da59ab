// Load: a closed loop for capacity, a fixed arrival rate for latency. A GraphQL answer with errors is a failure.
import autocannon from 'autocannon';
import { Agent, request } from 'node:http';

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;

/** Rate and latencies (ms) of what was measured; throws where something failed, for then nothing was measured. */
function summary(latencies, failures, seconds) {
  if (failures.count) throw new Error(`${failures.count} of ${failures.count + latencies.length} operations failed, for example: ${failures.example}`);
  if (!latencies.length) throw new Error(`nothing was answered within ${seconds.toFixed(1)} s`);
  const sorted = Float64Array.from(latencies).sort();
  return { operations: sorted.length, seconds, rate: sorted.length / seconds, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
}

export const graphqlRequest = (query, variables = {}, session) => ({
  headers: { 'content-type': 'application/json', ...(session && { cookie: session }) },
  body: JSON.stringify({ query, variables }),
});

export const withoutErrors = (body) => !body.includes('"errors":') && body.includes('"data":');

/**
 * Keeps `connections` requests under way through HTTP. `next` makes each request's body where it differs from
 * request to request.
 */
export async function closedHttp({ url, seconds, connections, request: { headers, body }, next, good }) {
  const failures = { count: 0, example: '' };
  const latencies = [];
  const failed = (example) => {
    failures.count++;
    failures.example ||= String(example).slice(0, 300);
  };
  const started = performance.now();
  const setup = next && { requests: [{ method: 'POST', headers, setupRequest: (made) => ({ ...made, body: next() }) }] };
  const instance = autocannon({ url, method: 'POST', headers, body, connections, duration: seconds, verifyBody: good, timeout: 30, ...setup });
  instance.on('response', (_client, status, _bytes, milliseconds) => (status === 200 ? latencies.push(milliseconds) : failed(`status ${status}`)));
  instance.on('reqMismatch', failed);
  instance.on('reqError', (error) => failed(error.message));
  await instance;
  return summary(latencies, failures, (performance.now() - started) / 1000);
}

/** Keeps one operation of each worker under way: `work(index)` answers when it is done. */
export async function closedLoop({ seconds, workers, work }) {
  const latencies = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async (_, index) => {
      for (let now = performance.now(); now < until; ) {
        await work(index);
        const done = performance.now();
        latencies.push(done - now);
        now = done;
      }
    }),
  );
  return summary(latencies, { count: 0 }, (performance.now() - started) / 1000);
}

/** Starts an operation at each due time, whatever became of those before; latency counts from the due time. */
export async function openLoop({ seconds, rate, work }) {
  const latencies = [];
  const failures = { count: 0, example: '' };
  const begin = performance.now() + 20;
  const total = Math.round(seconds * rate);
  const under = new Set();
  for (let place = 0; place < total; ) {
    const now = performance.now();
    for (; place < total && begin + (place * 1000) / rate <= now; place++) {
      const due = begin + (place * 1000) / rate;
      const one = work(place).then(
        () => void latencies.push(performance.now() - due),
        (error) => void (failures.count++, (failures.example ||= error.message)),
      );
      under.add(one);
      void one.finally(() => under.delete(one));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  return summary(latencies, failures, (performance.now() - begin) / 1000);
}

/** Posts over kept connections; answers the body. */
export function poster(url, connections) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const post = ({ headers, body }) =>
    new Promise((resolve, reject) => {
      const sent = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk)).on('end', () => (response.statusCode === 200 ? resolve(text) : reject(new Error(`status ${response.statusCode}: ${text.slice(0, 200)}`))));
      });
      sent.once('error', reject).end(body);
    });
  return { post, close: () => agent.destroy() };
}
