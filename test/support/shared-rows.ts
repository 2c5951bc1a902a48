import { type CreationOptional, DataTypes, type InferAttributes, type InferCreationAttributes, Model } from 'sequelize'
import { pool } from '../../src/db/pool.ts'
import { key, person, personal, plain } from '../../src/privacy/columns.ts'
import { table } from '../../src/privacy/table.ts'
import { scrubbed } from '../../src/privacy/vocabulary.ts'

/** Tables that only a test has. Import this before anything that reads the declarations. */

export class Letter extends Model<InferAttributes<Letter>, InferCreationAttributes<Letter>> {
  declare id: CreationOptional<string>
  declare senderId: string | null
  declare recipientId: string | null
  declare words: string
}

export class Remark extends Model<InferAttributes<Remark>, InferCreationAttributes<Remark>> {
  declare id: CreationOptional<string>
  declare authorId: string | null
  declare words: string
}

const about = {
  section: 'activity',
  purpose: 'To try what a shared row does',
  lawfulBasis: 'contract',
  retention: { asLongAs: 'id' },
} as const

table(Letter, 'test_letters', {
  ...about,
  title: 'Letters',
  onErasure: { requester: 'anonymised', subject: 'deleted' },
  exportedAs: 'test/letters.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    senderId: person('requester'),
    recipientId: person('subject'),
    words: personal(DataTypes.TEXT, { category: 'correspondence', of: 'requester', onErasure: scrubbed }),
  },
})

table(Remark, 'test_remarks', {
  ...about,
  title: 'Remarks',
  onErasure: 'as chosen',
  exportedAs: 'test/remarks.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    authorId: person('member'),
    words: personal(DataTypes.TEXT, { category: 'opinion', onErasure: scrubbed }),
  },
})

export async function createSharedTables() {
  await pool.query(`
    create table test_letters (id uuid primary key, sender_id uuid references users deferrable,
      recipient_id uuid references users deferrable, words text not null);
    create table test_remarks (id uuid primary key, author_id uuid references users deferrable, words text not null)`)
}
