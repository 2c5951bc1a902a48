import { type CreationOptional, DataTypes, literal, type NonAttribute, Op } from 'sequelize'
import { v7 } from 'uuid'
import { DAYS_TO_CONFIRM, endOfGrace } from '../lib/due.ts'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

export const roles = ['mentee', 'mentor', 'support', 'privacy', 'admin'] as const
export type UserRole = (typeof roles)[number]

/** What a mentor may choose to show to everyone. */
export const showable = ['photo', 'headline', 'bio', 'skills', 'links'] as const
export type Showable = (typeof showable)[number]

export class User extends Row<User> {
  declare id: CreationOptional<string>
  declare subjectId: CreationOptional<string>
  declare name: string
  declare email: string
  declare emailVerifiedAt: CreationOptional<Date | null>
  declare passwordDigest: string
  declare role: UserRole
  declare slug: CreationOptional<string | null>
  declare headline: CreationOptional<string | null>
  declare bio: CreationOptional<string | null>
  declare skills: CreationOptional<string[]>
  declare links: CreationOptional<string[]>
  declare shown: CreationOptional<Showable[]>
  declare photoId: CreationOptional<string | null>
  declare timeZone: CreationOptional<string>
  declare language: CreationOptional<string>
  declare over16: boolean
  declare marketing: CreationOptional<boolean>
  declare analytics: CreationOptional<boolean>
  declare suspendedAt: CreationOptional<Date | null>
  declare erasureAskedAt: CreationOptional<Date | null>
  declare erasureDueAt: CreationOptional<Date | null>
  declare contributions: CreationOptional<'delete' | 'anonymise'>
  declare createdAt: CreationOptional<Date>

  /** Whose day has come, and whom no legal hold keeps. */
  static dueForErasure(now: Date, limit?: number) {
    return User.findAll({ where: isDue(now), order: ['erasureDueAt', 'id'], limit })
  }

  /** The same for one of them, and nobody else can change them until the transaction is over. */
  static lockIfDue(id: string, now: Date) {
    return User.findOne({ where: { [Op.and]: [{ id }, isDue(now)] }, lock: true })
  }

  get isStaff(): NonAttribute<boolean> {
    return this.role === 'support' || this.role === 'privacy' || this.role === 'admin'
  }

  /** Those who handle rights requests, erasures and holds. */
  get isPrivacyOfficer(): NonAttribute<boolean> {
    return this.role === 'privacy' || this.role === 'admin'
  }

  get isLeaving(): NonAttribute<boolean> {
    return this.erasureDueAt !== null
  }

  /** A page of their own exists where a mentor chose to show something, and is neither leaving nor suspended. */
  get hasPublicProfile(): NonAttribute<boolean> {
    return this.role === 'mentor' && this.slug !== null && this.shown.length > 0 && !this.isLeaving && !this.suspendedAt
  }

  /** Where their photo is, for those who may see it. */
  get photoPath(): NonAttribute<string | undefined> {
    return this.photoId ? `/photos/${this.photoId}` : undefined
  }

  /** Everyone where its owner shows it; else only they and our staff. */
  letsSeePhoto(viewer?: User) {
    return (this.hasPublicProfile && this.shows('photo')) || viewer?.id === this.id || viewer?.isStaff === true
  }

  shows(part: Showable) {
    return this.shown.includes(part)
  }

  /** 14 days of grace in which they may think again (P24, P28). */
  askForErasure(now: Date, contributions: 'delete' | 'anonymise') {
    return this.update({ erasureAskedAt: now, erasureDueAt: endOfGrace(now), contributions })
  }

  keepAccount() {
    return this.update({ erasureAskedAt: null, erasureDueAt: null })
  }
}

const held = `exists (select from legal_holds where table_name = 'users' and record_id = "User".id and released_at is null)`

function isDue(now: Date) {
  return { [Op.and]: [{ erasureDueAt: { [Op.lte]: now } }, literal(`not ${held}`)] }
}

const settings = { category: 'preference' } as const
const profile = { seenBy: ['everyone'] } as const
const inLetters = { seenBy: ['everyone', 'mail'] } as const

table(User, 'users', {
  title: 'Your account',
  section: 'account',
  purpose: 'To sign you in, to address you, and to show what you chose to show',
  lawfulBasis: 'contract',
  onErasure: 'deleted',
  retention: { asLongAs: 'id', because: `unless its address is not confirmed within ${DAYS_TO_CONFIRM} days` },
  exportedAs: 'account/account.json',
  editedAt: '/settings/profile',
  columns: {
    id: person('member', key),
    subjectId: personal(
      DataTypes.UUID,
      { category: 'account', label: 'number on a receipt' },
      { defaultValue: () => v7() },
    ),
    name: personal(DataTypes.TEXT, { category: 'identity', seenBy: ['everyone', 'staff', 'mail', 'zoom', 'stripe'] }),
    email: personal(DataTypes.CITEXT, { category: 'contact', seenBy: ['staff', 'mail', 'zoom', 'stripe'] }),
    emailVerifiedAt: personal(DataTypes.DATE, { category: 'account', label: 'email confirmed' }),
    passwordDigest: personal(DataTypes.TEXT, {
      category: 'credential',
      label: 'password, as a bcrypt hash',
      withheld: 'whoever steals the export could guess the password from it',
    }),
    role: personal(DataTypes.TEXT, { category: 'account', seenBy: ['everyone', 'staff'] }),
    slug: personal(DataTypes.CITEXT, { category: 'identity', label: 'address of the page', ...inLetters }),
    headline: personal(DataTypes.TEXT, { category: 'account', label: 'in one line', ...profile }),
    bio: personal(DataTypes.TEXT, { category: 'account', label: 'about', ...profile }),
    skills: personal(DataTypes.ARRAY(DataTypes.TEXT), { category: 'account', ...profile }, { defaultValue: [] }),
    links: personal(DataTypes.ARRAY(DataTypes.TEXT), { category: 'contact', ...profile }, { defaultValue: [] }),
    shown: personal(DataTypes.ARRAY(DataTypes.TEXT), { ...settings, label: 'on the page' }, { defaultValue: [] }),
    photoId: plain(DataTypes.UUID),
    timeZone: personal(DataTypes.TEXT, { ...settings, ...inLetters }, { defaultValue: 'UTC' }),
    language: personal(DataTypes.TEXT, settings, { defaultValue: 'en' }),
    over16: personal(DataTypes.BOOLEAN, { category: 'account', label: '16 or older' }),
    marketing: personal(DataTypes.BOOLEAN, { ...settings, label: 'letters of news' }, { defaultValue: false }),
    analytics: personal(DataTypes.BOOLEAN, { ...settings, label: 'visits counted' }, { defaultValue: true }),
    suspendedAt: personal(DataTypes.DATE, { category: 'account', label: 'suspended', seenBy: ['staff'] }),
    erasureAskedAt: personal(DataTypes.DATE, { category: 'account', label: 'asked to leave', seenBy: ['staff'] }),
    erasureDueAt: personal(DataTypes.DATE, { category: 'account', label: 'day of leaving', seenBy: ['staff', 'mail'] }),
    contributions: personal(
      DataTypes.TEXT,
      { ...settings, label: 'public words, on leaving' },
      { defaultValue: 'delete' },
    ),
    createdAt: personal(DataTypes.DATE, { category: 'activity', label: 'here since', seenBy: ['staff'] }, today),
  },
})
