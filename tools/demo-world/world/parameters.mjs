// What the world is made of. All of it goes into the manifest, the true effect included.

/** Months are counted from 0; the calendar is fixed so that a seed means the same on every day. */
export const calendar = { first: '2023-11', last: '2026-10', months: 36 };

export function monthAt(index) {
  const [year, month] = calendar.first.split('-').map(Number);
  const at = year * 12 + month - 1 + index;
  return { year: Math.floor(at / 12), month: (at % 12) + 1 };
}

export function monthText(index) {
  const { year, month } = monthAt(index);
  return `${year}-${String(month).padStart(2, '0')}`;
}

/** The tree: companies below the root, cities in each, counties in each city, halls in each county. */
export const sizes = {
  small: { companies: 0, cities: 1, counties: 4, halls: 10 },
  city: { companies: 0, cities: 1, counties: 10, halls: 12 },
  province: { companies: 0, cities: 10, counties: 8, halls: 10 },
  national: { companies: 30, cities: 10, counties: 10, halls: 10 },
};

/** The course whose effect is known, and how it was given. Waves: months from 0. */
export const training = {
  course: 'COM-102',
  waves: [12, 16, 20, 24, 28],
  shareOfHallsPerWave: 0.15,
  /** Weight exp(strength × z) of a hall, z = standardised log rate of the months looked at. */
  selectionStrength: 2,
  decisionWindowMonths: 3,
  /** Rate ratio from the third month on (the month of training being the first). */
  rateRatio: 0.8,
  phaseIn: [1 / 3, 2 / 3],
};

/** Log scale unless said otherwise. */
export const worldModel = {
  transactionsPerClerk: 620,
  volumeNoise: 0.08,
  onlineShareFrom: 0.52,
  onlineShareTo: 0.8,
  onlineShareHallSd: 0.03,
  /** Share of the counter's work that online payment takes away. */
  replacedByOnline: 0.7,
  counterComplaintsPerHallMonth: 1.33,
  otherComplaintsPerHallMonth: 1.05,
  seasonAmplitude: 0.22,
  hallSd: 0.45,
  shockSd: 0.35,
  shockCorrelation: 0.6,
  /** Shared by all halls. Counties have none of their own: halls are what chance is counted by. */
  commonShockSd: 0.08,
  /** What stays at the counter is the harder work. */
  monthlyTrend: 0.0055,
  /** Part of a hall's shocks that also shows in the classes training cannot move. */
  sharedShock: 0.3,
};

/** Classes of complaint, with the share inside the group they belong to. */
export const counterClasses = [
  ['服务投诉', 0.46],
  ['营业投诉', 0.54],
];
export const otherClasses = [
  ['停送电投诉', 0.28],
  ['供电质量投诉', 0.56],
  ['电网建设投诉', 0.16],
];
