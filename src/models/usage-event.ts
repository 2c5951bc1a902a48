import { type CreationOptional, DataTypes } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** One thing that was looked at or done: a route, never an address with somebody's words in it, and no IP. */
export class UsageEvent extends Row<UsageEvent> {
  declare id: CreationOptional<string>
  /** Null for a visitor. */
  declare memberId: string | null
  declare what: 'page' | 'lesson started' | 'lesson finished'
  /** As the route is written: /courses/:slug. */
  declare page: string
  /** Came from outside: without a cookie, the nearest thing to one person. */
  declare arrived: CreationOptional<boolean>
  declare lessonId: CreationOptional<string | null>
  declare browser: string | null
  declare os: string | null
  declare createdAt: CreationOptional<Date>
}

const technical = { category: 'technical' } as const

table(UsageEvent, 'usage_events', {
  title: 'What was counted of your visits',
  section: 'technical',
  purpose: 'To learn which pages are used, in numbers',
  lawfulBasis: 'legitimate interest',
  onErasure: 'deleted',
  retention: { keep: '30 days', from: 'createdAt', because: 'after that only sums are left (P31)', inCrowds: true },
  exportedAs: 'technical/usage.json',
  editedAt: '/settings/notifications',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    what: personal(DataTypes.TEXT, { category: 'activity' }),
    page: personal(DataTypes.TEXT, { category: 'activity' }),
    arrived: plain(DataTypes.BOOLEAN, { defaultValue: false }),
    lessonId: plain(DataTypes.UUID),
    browser: personal(DataTypes.TEXT, technical),
    os: personal(DataTypes.TEXT, technical),
    createdAt: plain(DataTypes.DATE, today),
  },
})
