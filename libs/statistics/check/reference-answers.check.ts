/**
 * Compares the library with published and independently computed answers.
 * Usage: npx tsc -p libs/statistics/check && \
 *   node .nx/statistics-checks/check/reference-answers.check.js <folder with reference-answers.json>
 */
import { checkQuine, checkShips, checkTrade, checkWarpbreaks } from './count-models.check.js';
import { checkKnownExtended } from './extended-covariates.check.js';
import { Report, readReference } from './harness.js';
import {
  checkCallawaySantAnna,
  checkExtended,
  checkPanelSmall,
  checkSunAbraham,
} from './panel-models.check.js';
import { checkSensitivity } from './sensitivity.check.js';

function main(folder: string | undefined): number {
  const reference = folder === undefined ? undefined : readReference(folder);
  if (folder === undefined || reference === undefined) {
    console.log('SKIPPED: no folder with reference-answers.json given, nothing was compared');
    return 0;
  }
  const report = new Report();
  checkShips(folder, reference.at('ships_poisson_offset'), report);
  checkWarpbreaks(folder, reference.at('warpbreaks_poisson'), report);
  checkQuine(folder, reference.at('quine_negbin'), report);
  checkTrade(folder, reference.at('trade_fepois'), report);
  checkPanelSmall(folder, reference.at('glm_400x36_crosscheck'), report);
  checkExtended(folder, reference.at('mpdta_etwfe'), report);
  checkKnownExtended(folder, reference.at('etwfe_known_outputs'), reference.at('mpdta_etwfe'), report);
  checkSunAbraham(folder, reference.at('base_stagg_sunab'), report);
  checkCallawaySantAnna(folder, reference.at('mpdta_callaway_santanna'), report);
  checkSensitivity(reference.at('honest_did'), report);
  return report.finish();
}

process.exitCode = main(process.argv[2]);
