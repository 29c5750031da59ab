import type { ComplaintClass } from '../../domain/index.js';

/** The columns of `complaints.panel_cell` in which each class is counted. */
const columns: Readonly<Record<ComplaintClass, string>> = { service: 'service', business: 'business', outage: 'outage', supplyQuality: 'supply_quality', gridConstruction: 'grid_construction' };

/** Complaints of the classes in a cell `c`, each class once. */
export const countOf = (classes: readonly ComplaintClass[], substantiatedOnly: boolean): string =>
  [...new Set(classes)].map((name) => `c.${columns[name]}${substantiatedOnly ? '_substantiated' : ''}`).join(' + ') || '0';
