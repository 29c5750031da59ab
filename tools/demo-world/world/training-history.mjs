import { calendar, monthAt, training } from './parameters.mjs';
import { NEVER } from './panel.mjs';
import { drawIndex, drawWhole, pick, randomStream } from './random.mjs';

export const historyTitles = ['工号', '课程编码', '开始时间', '完成时间', '进度', '测验得分'];

/**
 * Courses beside the one whose effect is known: whole halls by lot, or single people by themselves. None of them
 * moves a complaint. `share` is who of the invited begins at all.
 */
const byHall = { 'COM-101': 0.8, 'BIZ-101': 0.7, 'ETH-101': 0.9, 'LAW-101': 0.75 };
const bySelf = { 'ETH-102': { share: 0.45, from: 22 }, 'BIZ-102': { share: 0.4, from: 26 }, 'LAW-102': { share: 0.35, from: 33 } };

const two = (number) => String(number).padStart(2, '0');

/** What each person learnt, in the order of the roster: rows of `training.csv`. */
export class TrainingHistory {
  #random;
  #lots;

  constructor({ halls }, panel, seed) {
    this.panel = panel;
    this.#random = randomStream(seed, 'history');
    const lots = randomStream(seed, 'history/lots');
    this.#lots = halls.map(() => Object.fromEntries(Object.entries(byHall).map(([course, share]) => [course, lots() < share ? drawWhole(lots, 3, calendar.months - 2) : NEVER])));
  }

  *of(person) {
    const known = this.#known(person);
    if (known) yield known;
    for (const course of Object.keys(byHall)) {
      const month = person.hall === null ? drawWhole(this.#random, 6, calendar.months - 1) : this.#lots[person.hall][course];
      const begins = month !== NEVER && employed(person, month) && this.#random() < (person.hall === null ? 0.3 : 0.9);
      if (begins) yield this.#row(person, course, month, 0.93);
    }
    for (const [course, { share, from }] of Object.entries(bySelf)) {
      if (this.#random() >= share) continue;
      const month = drawWhole(this.#random, from, calendar.months - 1);
      if (employed(person, month)) yield this.#row(person, course, month, month >= calendar.months - 2 ? 0.35 : 0.85);
    }
  }

  /** The staff of a hall of a wave, in the month of the wave; elsewhere hardly anybody. */
  #known(person) {
    const wave = person.hall === null ? NEVER : this.panel.wave[person.hall];
    if (wave !== NEVER && employed(person, wave)) return this.#row(person, training.course, wave, 0.95);
    if (this.#random() < 0.06) return this.#row(person, training.course, calendar.months - 1, 0.25);
    return null;
  }

  /** One course of one person, done with chance `done`, else left half way. */
  #row(person, course, month, done) {
    const { year, month: number } = monthAt(month);
    const start = drawWhole(this.#random, 1, 18);
    const startedAt = moment(this.#random, year, number, start, 8, 12);
    const completed = this.#random() < done;
    const completedAt = completed ? moment(this.#random, year, number, start + drawIndex(this.#random, 9), 13, 20) : '';
    // Who stopped half way has read something, and perhaps failed the quiz once.
    const progress = completed ? 1 : pick(this.#random, [0.2, 0.4, 0.6, 0.8]);
    const scores = completed ? this.#passed() : progress === 0.8 ? [this.#failed()] : [];
    return [person.number, course, startedAt, completedAt, progress, scores.join(';')];
  }

  #passed() {
    const last = pick(this.#random, [80, 80, 90, 90, 90, 100, 100]);
    return this.#random() < 0.18 ? [this.#failed(), last] : [last];
  }

  #failed() {
    return pick(this.#random, [40, 50, 60, 60, 70]);
  }
}

/** Newcomers are invited from the month after their first. */
function employed({ hiredOn }, month) {
  const { year, month: number } = monthAt(month);
  return hiredOn < `${year}-${two(number)}-01`;
}

const moment = (random, year, month, day, from, until) =>
  `${year}-${two(month)}-${two(day)} ${two(drawWhole(random, from, until - 1))}:${two(drawIndex(random, 60))}:${two(drawIndex(random, 60))}`;
