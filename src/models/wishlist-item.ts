import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import type { Course } from './course.ts'
import { Row } from './row.ts'

/** A course that somebody wants to remember, and what it cost when they did. */
export class WishlistItem extends Row<WishlistItem> {
  declare id: CreationOptional<string>
  declare memberId: string
  declare courseId: string
  declare priceSeenMinor: number
  declare currency: string
  declare createdAt: CreationOptional<Date>
  declare course?: NonAttribute<Course>
}

const preference = { category: 'preference' } as const

table(WishlistItem, 'wishlist_items', {
  title: 'Your wishlist',
  section: 'learning',
  purpose: 'To remember courses for you, and to show you when one costs less',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: ['memberId', 'courseId'] },
  exportedAs: 'learning/wishlist.json',
  editedAt: '/wishlist',
  columns: {
    id: plain(DataTypes.UUID, key),
    memberId: person('member'),
    courseId: plain(DataTypes.UUID),
    priceSeenMinor: plain(DataTypes.INTEGER),
    currency: plain(DataTypes.TEXT),
    createdAt: personal(DataTypes.DATE, { ...preference, label: 'since' }, today),
  },
})
