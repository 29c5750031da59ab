// One examinee's side of the wire: saves and submits, again and again with the same numbers, until there is an answer.
import { Agent, request } from 'node:http';
import { graphqlRequest } from '../../bench/harness/load.mjs';

const save = 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { __typename ... on SaveAnswerSuccess { savedAt } } }';
const submit = 'mutation ($id: ID!) { submitAttempt(attemptId: $id) { __typename ... on SubmitAttemptSuccess { attempt { receipt { code score } } } } }';
const patience = 4000;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Client {
  retried = 0;
  #agent = new Agent({ keepAlive: true, maxSockets: 512 });
  #turn = 0;

  /** `addresses` are tried in turn: what one does not answer, the next is asked. */
  constructor(addresses) {
    this.addresses = addresses;
  }

  close() {
    this.#agent.destroy();
  }

  post({ headers, body }, address = this.addresses[this.#turn++ % this.addresses.length]) {
    return new Promise((resolve, reject) => {
      const sent = request(address, { method: 'POST', agent: this.#agent, timeout: patience, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
        response.once('error', reject).once('end', () => (response.complete && response.statusCode === 200 ? resolve(text) : reject(new Error(`status ${response.statusCode}`))));
      });
      sent.once('timeout', () => sent.destroy(new Error('timeout'))).once('error', reject).end(body);
    });
  }

  /** The answer of the product, however often it has to be asked; undefined when `isOver()` meanwhile. */
  async insist(query, variables, cookie, isOver = () => false) {
    for (let wait = 20; !isOver(); wait = Math.min(500, wait * 2)) {
      try {
        const { data } = JSON.parse(await this.post(graphqlRequest(query, variables, cookie)));
        if (data) return Object.values(data)[0];
      } catch {
        // Gone, slow or cut off: asked again below.
      }
      this.retried++;
      await pause(wait);
    }
    return undefined;
  }

  save({ cookie }, input, isOver) {
    return this.insist(save, { input }, cookie, isOver);
  }

  submit({ cookie, attemptId }, isOver) {
    return this.insist(submit, { id: attemptId }, cookie, isOver);
  }
}
