import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { person, personal, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'
import type { SignIn } from './sign-in.ts'

/** The rows of connect-pg-simple. PostgreSQL reads userId out of sess, so a session has a person like any row. */
export class Session extends Row<Session> {
  declare sid: string
  declare sess: object
  declare expire: Date
  declare readonly userId: CreationOptional<string | null>
  declare readonly signInId: CreationOptional<string | null>
  declare readonly signIn?: NonAttribute<SignIn | null>

  /** Those that are open, each with the sign-in it came from. The secret id of none of them is read. */
  static openOf(userId: string, now: Date) {
    const attributes = ['signInId', 'expire']
    return Session.findAll({
      attributes,
      where: { userId, expire: { [Op.gt]: now } },
      include: 'signIn',
      order: ['expire'],
    })
  }

  /** Signs a person out everywhere, but for the session that asked. */
  static endAllOf(userId: string, { except }: { except?: string } = {}) {
    return Session.destroy({ where: { userId, ...(except && { sid: { [Op.ne]: except } }) } })
  }
}

const withheld = 'whoever steals the export could take over the session'

table(Session, 'sessions', {
  title: 'Open sessions',
  section: 'technical',
  purpose: 'To keep you signed in',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '1 day', from: 'expire', because: 'an ended session serves no one' },
  exportedAs: 'technical/sessions.json',
  editedAt: '/settings/security',
  columns: {
    sid: personal(
      DataTypes.TEXT,
      { category: 'credential', label: 'the key in your cookie', withheld },
      { primaryKey: true },
    ),
    sess: personal(DataTypes.JSONB, { category: 'credential', label: 'what the session remembers', withheld }),
    expire: personal(DataTypes.DATE, { category: 'activity' }),
    userId: person('member'),
    signInId: plain(DataTypes.UUID),
  },
})
