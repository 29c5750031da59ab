import type { DatabasePart } from '@skillhall/platform/database';
import { CreateDirectory1700000002000 } from '../migrations/1700000002000-create-directory.js';
import { AccountHolders1700000002100 } from '../migrations/1700000002100-account-holders.js';
import { PlacesAbove1700000002300 } from '../migrations/1700000002300-places-above.js';
import { SoleEmployments1700000002200 } from '../migrations/1700000002200-sole-employments.js';
import { RoleGrantEntity, UnitEntity } from './entities.js';

export const directoryDatabase: DatabasePart = {
  entities: [UnitEntity, RoleGrantEntity],
  migrations: [CreateDirectory1700000002000, AccountHolders1700000002100, SoleEmployments1700000002200, PlacesAbove1700000002300],
};
