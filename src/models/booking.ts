import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared, replacedBy, scrubbed } from '../privacy/vocabulary.ts'
import type { Meeting } from './meeting.ts'
import { Row } from './row.ts'
import type { SessionType } from './session-type.ts'
import type { User } from './user.ts'

export type BookingState = 'held' | 'requested' | 'confirmed' | 'completed' | 'declined' | 'expired' | 'cancelled'
export type Side = 'mentor' | 'mentee'
export const outcomes = ['met', 'mentor missing', 'mentee missing', 'neither came'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * A time that two people keep for each other. What was booked is written down as it was then. The database refuses two
 * that overlap, for either of them. A mentor sees of a mentee name, address, photo and message, and nothing else (P09).
 */
export class Booking extends Row<Booking> {
  declare id: CreationOptional<string>
  declare mentorId: string | null
  declare menteeId: string | null
  declare typeId: string | null
  declare title: string
  declare priceMinor: number
  declare currency: string
  declare startsAt: Date
  declare endsAt: Date
  /** With the mentor's pauses before and after. */
  declare busyFrom: Date
  declare busyUntil: Date
  declare state: BookingState
  declare holdExpiresAt: CreationOptional<Date | null>
  declare respondBy: CreationOptional<Date | null>
  declare message: string | null
  /** Where the mentee was when they booked: for their own letters. */
  declare menteeZone: string
  /** What the mentor said when they declined or cancelled. */
  declare mentorWords: CreationOptional<string | null>
  declare endedBy: CreationOptional<Side | 'staff' | 'time' | null>
  declare endedAt: CreationOptional<Date | null>
  declare refundPercent: CreationOptional<number | null>
  declare outcome: CreationOptional<Outcome | null>
  /** Where they meet, from the mentor's hand. */
  declare meetingLink: CreationOptional<string | null>
  /** What each of them said afterwards about who came. */
  declare mentorSaid: CreationOptional<Outcome | null>
  declare menteeSaid: CreationOptional<Outcome | null>
  /** When the letters of the day and of the hour before were posted; a move begins anew. */
  declare dayRemindedAt: CreationOptional<Date | null>
  declare hourRemindedAt: CreationOptional<Date | null>
  /** Profiles of others who could help, where the mentor let it go. */
  declare similarIds: CreationOptional<string[]>
  /** Counts what calendars have been told. */
  declare sequence: CreationOptional<number>
  /** Made with the form: the same one sent twice books once. */
  declare clientToken: string
  declare version: CreationOptional<number>
  declare createdAt: CreationOptional<Date>
  declare mentor?: NonAttribute<User | null>
  declare mentee?: NonAttribute<User | null>
  declare type?: NonAttribute<SessionType | null>
  declare meeting?: NonAttribute<Meeting | null>

  sideOf(user: { id: string }): Side | undefined {
    if (this.mentorId === user.id) return 'mentor'
    return this.menteeId === user.id ? 'mentee' : undefined
  }

  /** Held, asked for or agreed, and still to begin. */
  isAheadAt(now: Date) {
    return ['held', 'requested', 'confirmed'].includes(this.state) && this.startsAt > now
  }

  canBeAnsweredAt(now: Date) {
    return this.state === 'requested' && this.respondBy! > now
  }

  /** Agreed and over, while nobody has closed it yet. */
  canBeToldOfAt(now: Date) {
    return this.state === 'confirmed' && this.endsAt <= now
  }

  isToBeMetAt(now: Date) {
    return this.state === 'confirmed' && now < this.endsAt
  }

  /** Where one of the two goes: to Zoom by a link of their own, or where the mentor has said. */
  linkOf(side: Side) {
    return this.meeting?.linkOf(side) ?? this.meetingLink
  }

  /** From a quarter of an hour before until the end. */
  isOpenAt(now: Date) {
    return this.isToBeMetAt(now) && this.opensAt <= now
  }

  get opensAt(): NonAttribute<Date> {
    return new Date(this.startsAt.getTime() - 15 * 60_000)
  }
}

const words = { category: 'correspondence', onErasure: cleared } as const
const door = { category: 'contact', onErasure: cleared } as const
const said = { category: 'activity', label: 'who came', seenBy: ['staff'], onErasure: cleared } as const

table(Booking, 'bookings', {
  title: 'Sessions',
  section: 'sessions',
  purpose: 'To keep a time for the two of you, and to remember what was agreed',
  lawfulBasis: 'contract',
  onErasure: { mentor: 'anonymised', mentee: 'anonymised' },
  retention: { asLongAs: ['mentorId', 'menteeId'] },
  exportedAs: 'sessions/sessions.json',
  editedAt: '/sessions',
  columns: {
    id: plain(DataTypes.UUID, key),
    mentorId: person('mentor'),
    menteeId: person('mentee'),
    typeId: plain(DataTypes.UUID),
    title: personal(DataTypes.TEXT, { of: 'mentor', category: 'opinion', seenBy: ['mentee'], onErasure: scrubbed }),
    priceMinor: plain(DataTypes.INTEGER),
    currency: plain(DataTypes.TEXT),
    startsAt: plain(DataTypes.DATE),
    endsAt: plain(DataTypes.DATE),
    busyFrom: plain(DataTypes.DATE),
    busyUntil: plain(DataTypes.DATE),
    state: plain(DataTypes.TEXT),
    holdExpiresAt: plain(DataTypes.DATE),
    respondBy: plain(DataTypes.DATE),
    message: personal(DataTypes.TEXT, { of: 'mentee', seenBy: ['mentor', 'mail'], ...words }),
    menteeZone: personal(DataTypes.TEXT, { of: 'mentee', category: 'preference', onErasure: replacedBy('UTC') }),
    mentorWords: personal(DataTypes.TEXT, { of: 'mentor', seenBy: ['mentee', 'mail'], ...words }),
    endedBy: plain(DataTypes.TEXT),
    endedAt: plain(DataTypes.DATE),
    refundPercent: plain(DataTypes.INTEGER),
    outcome: plain(DataTypes.TEXT),
    meetingLink: personal(DataTypes.TEXT, { of: 'mentor', seenBy: ['mentee'], ...door }),
    mentorSaid: personal(DataTypes.TEXT, { of: 'mentor', ...said }),
    menteeSaid: personal(DataTypes.TEXT, { of: 'mentee', ...said }),
    dayRemindedAt: plain(DataTypes.DATE),
    hourRemindedAt: plain(DataTypes.DATE),
    similarIds: plain(DataTypes.ARRAY(DataTypes.UUID), { defaultValue: [] }),
    sequence: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    clientToken: plain(DataTypes.UUID),
    version: plain(DataTypes.INTEGER, { defaultValue: 0 }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
