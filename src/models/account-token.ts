import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { Gone, NotFound } from '../errors.ts'
import { readToken, signedToken } from '../lib/signed-link.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

export type TokenPurpose = 'verify' | 'reset' | 'change' | 'undo'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR
const lifetimes: Record<TokenPurpose, number> = { verify: DAY, reset: HOUR, change: DAY, undo: 7 * DAY }

/** A link we mailed. The link carries our signature over the id, so nothing here could be used by a thief. */
export class AccountToken extends Row<AccountToken> {
  declare id: CreationOptional<string>
  declare userId: string
  declare purpose: TokenPurpose
  /** The address that a change of email leads to, or that its undoing leads back to. */
  declare address: CreationOptional<string | null>
  declare expiresAt: Date
  declare usedAt: CreationOptional<Date | null>
  declare createdAt: CreationOptional<Date>

  /** A new link. Those for the same purpose that came before open nothing any more, but for the undoing of a change. */
  static async issue(purpose: TokenPurpose, userId: string, now: Date, address?: string) {
    if (purpose !== 'undo') await AccountToken.destroy({ where: { userId, purpose, usedAt: null } })
    const expiresAt = new Date(now.getTime() + lifetimes[purpose])
    return AccountToken.create({ userId, purpose, address, expiresAt, createdAt: now })
  }

  /** @throws NotFound for a link that we did not make, Gone for one that was used, replaced or is too old */
  static async open(purpose: TokenPurpose, token: unknown, now: Date) {
    const id = readToken(purpose, token)
    if (!id) throw new NotFound('link')
    const where = { id, purpose, usedAt: null, expiresAt: { [Op.gt]: now } }
    return AccountToken.findOne({ where, rejectOnEmpty: new Gone(worn) })
  }

  /** Takes the link for good. Of two who press its button at once, one is late. */
  async use(now: Date) {
    const [used] = await AccountToken.update({ usedAt: now }, { where: { id: this.id, usedAt: null } })
    if (!used) throw new Gone(worn)
  }

  /** Ends the ways back to every address that an account had after the one this leads to. */
  static endUndoingSince({ userId, createdAt }: AccountToken) {
    const later = { [Op.gt]: createdAt }
    return AccountToken.destroy({ where: { userId, purpose: 'undo', usedAt: null, createdAt: later } })
  }

  /** What stands at the end of its address. */
  get token(): NonAttribute<string> {
    return signedToken(this.purpose, this.id)
  }
}

const worn = 'This link has been used already, or is too old. Please ask for a new one.'

table(AccountToken, 'account_tokens', {
  title: 'Links we mailed you',
  section: 'account',
  purpose: 'To confirm an address, set a new password, or undo a change',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { keep: '7 days', from: 'expiresAt', because: 'an expired link opens nothing' },
  exportedAs: 'account/links.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    purpose: personal(DataTypes.TEXT, { category: 'activity' }),
    address: personal(DataTypes.CITEXT, { category: 'contact', seenBy: ['mail'] }),
    expiresAt: personal(DataTypes.DATE, { category: 'activity' }),
    usedAt: personal(DataTypes.DATE, { category: 'activity' }),
    createdAt: personal(DataTypes.DATE, { category: 'activity' }, today),
  },
})
