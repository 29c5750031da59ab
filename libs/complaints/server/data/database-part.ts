import type { DatabasePart } from '@skillhall/platform/database';
import { CreateComplaints1700000034000 } from '../migrations/1700000034000-create-complaints.js';
import { RulesOfUnits1700000034100 } from '../migrations/1700000034100-rules-of-units.js';
import { CountPanelCells1700000034200 } from '../migrations/1700000034200-count-panel-cells.js';

export const complaintsDatabase: DatabasePart = { entities: [], migrations: [CreateComplaints1700000034000, RulesOfUnits1700000034100, CountPanelCells1700000034200] };
