import { calendar, monthText, sizes, worldModel } from './parameters.mjs';
import { NEVER } from './panel.mjs';

/** What is true in the world: nobody who works in it is told. Months are calendar months, not numbers. */
export function describeWorld({ size, seed, training, organisation, panel }, files) {
  const { halls, units } = organisation;
  const sum = (counts) => counts.reduce((total, count) => total + count, 0);
  return {
    world: 'skillhall-demo',
    version: 1,
    size,
    seed,
    calendar,
    counts: {
      units: units.length,
      halls: halls.length,
      counterStaff: halls.reduce((total, { staff }) => total + staff, 0),
      people: files['people.csv'].rows,
      hallMonths: panel.transactions.length,
      transactions: sum(panel.transactions),
      counterComplaints: sum(panel.counter),
      otherComplaints: sum(panel.other),
    },
    trueEffect: {
      course: training.course,
      classes: ['服务投诉', '营业投诉'],
      rateRatio: training.rateRatio,
      phaseInShareOfLogEffect: training.phaseIn,
      note: 'Months are counted from the month of training: month 0 and 1 phase in, month 2 and later have the full ratio. No other course and no other class of complaint is moved.',
    },
    selection: { weight: `exp(${training.selectionStrength} z)`, z: 'standardised log rate of service and business complaints', decisionWindowMonths: training.decisionWindowMonths },
    waves: training.waves.map((wave) => ({
      month: monthText(wave),
      decisionWindow: { from: monthText(wave - training.decisionWindowMonths), until: monthText(wave - 1) },
      // 4,500 codes a wave help nobody; the history tells the same.
      halls: size === 'national' ? halls.filter((_, hall) => panel.wave[hall] === wave).length : halls.filter((_, hall) => panel.wave[hall] === wave).map(({ unit }) => unit.code),
    })),
    neverTrained: halls.filter((_, hall) => panel.wave[hall] === NEVER).length,
    tree: sizes[size],
    model: worldModel,
    files,
  };
}
