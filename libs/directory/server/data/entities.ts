import type { Role } from '@skillhall/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitType } from '../../domain/index.js';

@Entity('unit', { schema: 'directory' })
export class UnitEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  code: string;

  @Column('text')
  name: string;

  @Column('text')
  type: UnitType;

  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column({ type: 'text', unique: true, collation: 'C' })
  path: string;

  @Column('text', { nullable: true })
  hallLevel: string | null;

  @Column('date', { nullable: true })
  openedOn: string | null;

  @Column('date', { nullable: true })
  closedOn: string | null;
}

@Entity('role_grant', { schema: 'directory' })
export class RoleGrantEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('text')
  role: Role;

  @Column('uuid', { nullable: true })
  unitId: string | null;

  @Column({ type: 'text', default: '', collation: 'C' })
  unitPath: string;

  @Column('uuid', { nullable: true })
  grantedBy: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  grantedAt: Date;
}
