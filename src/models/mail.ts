import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** That a letter was to be sent, and what came of it. Neither the address nor the words (P13). */
export class Mail extends Row<Mail> {
  declare id: CreationOptional<string>
  declare userId: CreationOptional<string | null>
  /** For a visitor, who is known by their ticket alone. */
  declare ticketId: CreationOptional<string | null>
  declare template: string
  /** The row that the letter tells about: read when it is written, never copied here. */
  declare aboutId: CreationOptional<string | null>
  declare status: CreationOptional<'queued' | 'sent' | 'given up' | 'dropped'>
  declare attempts: CreationOptional<number>
  declare createdAt: CreationOptional<Date>
  declare settledAt: CreationOptional<Date | null>
}

table(Mail, 'mails', {
  title: 'Letters we sent you',
  section: 'activity',
  purpose: 'To send each letter once, and to know that it went',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '1 year', from: 'createdAt', because: 'older letters are no longer asked for' },
  exportedAs: 'privacy/letters.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    ticketId: plain(DataTypes.UUID),
    template: personal(DataTypes.TEXT, { category: 'activity', seenBy: ['staff'] }),
    aboutId: plain(DataTypes.UUID),
    status: plain(DataTypes.TEXT, { defaultValue: 'queued' }),
    attempts: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    createdAt: personal(DataTypes.DATE, { category: 'activity', seenBy: ['staff'] }, today),
    settledAt: plain(DataTypes.DATE),
  },
})
