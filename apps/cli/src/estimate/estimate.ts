import type { Command } from 'commander';

export function addEstimateCommand(_program: Command): void {}
