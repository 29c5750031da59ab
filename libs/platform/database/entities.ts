import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account', { schema: 'platform' })
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  login: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('boolean', { default: false })
  mustChangePassword: boolean;

  @Column('uuid', { nullable: true, unique: true })
  personId: string | null;

  @Column('text', { nullable: true })
  locale: string | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt: Date;
}
