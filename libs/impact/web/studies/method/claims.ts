/** What was measured in simulated worlds: 400 halls × 36 months, 200 worlds each. The same figures as libs/statistics/README.md. */
export const claims = [
  { world: 'spikeNull', ratio: 0.994, coverage: 0.925, below: 0.055, fell: 0.05 },
  { world: 'spikeEffect', ratio: 0.794, coverage: 0.93, below: 1, fell: 0.915 },
  { world: 'lotEffect', ratio: 0.801, coverage: 0.965, below: 1, fell: 0.95 },
  { world: 'fewNull', ratio: 1.002, coverage: 0.945, below: 0.035, fell: 0.02 },
  { world: 'wrongWindow', ratio: 0.912, coverage: 0.325, below: 0.675, fell: 0 },
] as const;

/** Where the figures come from and how they are made again. */
export const source = { readme: 'libs/statistics/README.md', check: 'libs/statistics/check/simulation-claims.check.ts', command: 'npm run bench -- impact' } as const;
