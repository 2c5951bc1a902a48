import { type CreationOptional, DataTypes, type NonAttribute, Op } from 'sequelize'
import { type Device, placeOf } from '../lib/client.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

const NINETY_DAYS = 90 * 24 * 60 * 60 * 1000

/** One attempt to sign in to an account: how its owner and we notice one that is not theirs (P04). */
export class SignIn extends Row<SignIn> {
  declare id: CreationOptional<string>
  declare userId: string
  declare outcome: 'signed in' | 'refused'
  declare ip: string
  /** The network the address belongs to (/24 or /48), as near to a place as we want to know. */
  declare place: string
  declare newPlace: boolean
  declare browser: string | null
  declare os: string | null
  declare createdAt: CreationOptional<Date>

  /**
   * Whether its owner should hear of it: neither network nor browser alone is somebody, so both have to have been here
   * in the last 90 days. The very first sign-in is not news.
   */
  static async isFromNewPlace({ id, createdAt }: { id: string; createdAt: Date }, { ip, browser }: Device, now: Date) {
    const since = new Date(now.getTime() - NINETY_DAYS)
    const known = await SignIn.findAll({ where: { userId: id, outcome: 'signed in', createdAt: { [Op.gte]: since } } })
    if (known.length === 0) return createdAt < since

    const kind = withoutVersion(browser)
    return !known.some(({ place }) => place === placeOf(ip)) || !known.some((entry) => entry.kindOfBrowser === kind)
  }

  get kindOfBrowser(): NonAttribute<string | undefined> {
    return withoutVersion(this.browser)
  }
}

/** Browsers grow a version a month; that is no other browser. */
function withoutVersion(browser: string | null) {
  return browser?.replace(/ [\d.]+$/, '')
}

const technical = { category: 'technical' } as const

table(SignIn, 'sign_ins', {
  title: 'Sign-ins',
  section: 'technical',
  purpose: 'To notice a sign-in that is not yours',
  lawfulBasis: 'legitimate interest',
  onErasure: 'deleted',
  retention: { keep: '90 days', from: 'createdAt', because: 'older ones no longer tell what is unusual' },
  exportedAs: 'technical/sign-ins.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    userId: person('member'),
    outcome: personal(DataTypes.TEXT, { category: 'activity' }),
    ip: personal(DataTypes.INET, technical),
    place: personal(DataTypes.TEXT, technical),
    newPlace: personal(DataTypes.BOOLEAN, technical),
    browser: personal(DataTypes.TEXT, technical),
    os: personal(DataTypes.TEXT, technical),
    createdAt: personal(DataTypes.DATE, { category: 'activity' }, today),
  },
})
