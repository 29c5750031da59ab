// Answers of many people at once, for so many seconds or until told; each acknowledgement goes into the journal.
export class Storm {
  acknowledged = 0;
  refused = [];
  #over = false;
  #running;

  constructor({ client, examinees, journal, saveWith = (examinee, answer, isOver) => client.save(examinee, answer, isOver) }) {
    this.#running = Promise.all(
      examinees.map(async (examinee) => {
        while (!this.#over) {
          const answer = examinee.next();
          const said = await saveWith(examinee, answer, () => this.#over);
          if (said?.__typename === 'SaveAnswerSuccess') {
            journal.acknowledged(answer);
            this.acknowledged++;
          } else if (said) this.refused.push({ ...answer, said: said.__typename });
        }
      }),
    );
  }

  async end() {
    this.#over = true;
    await this.#running;
  }
}

export const seconds = (count) => new Promise((resolve) => setTimeout(resolve, count * 1000));
