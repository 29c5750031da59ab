export { ComplaintsModule } from './complaints.module.js';
export { complaintsDatabase } from './data/database-part.js';
export { MonthRepository, type HallMonthRow, type MonthSpan, type PanelRow, type UnitMonthRow } from './data/month.repository.js';
export { CountPanel, type CountedPanel } from './data/count-panel.js';
export { TaxonomyRepository } from './data/taxonomy.repository.js';
export { ComplaintClassEnum } from './read-complaints/complaint.types.js';
export { HallMonth, UnitMonth } from './read-months/month.types.js';
