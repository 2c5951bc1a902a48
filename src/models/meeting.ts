import { type CreationOptional, DataTypes, type NonAttribute } from 'sequelize'
import { key, person, personal, plain, today } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { cleared } from '../privacy/vocabulary.ts'
import type { Booking, Side } from './booking.ts'
import { Row } from './row.ts'

/**
 * Where a session meets at Zoom, on one of our hosts. Each of the two has a link of their own, made from name and email
 * and nothing else (P11). When the row goes, a trigger lets the queue remove the meeting at Zoom.
 */
export class Meeting extends Row<Meeting> {
  declare id: CreationOptional<string>
  declare bookingId: string
  declare mentorId: string | null
  declare menteeId: string | null
  declare host: string
  /** With the minutes before and after in which the host cannot hold another. */
  declare busyFrom: Date
  declare busyUntil: Date
  /** What Zoom calls it, once it is made. */
  declare number: CreationOptional<string | null>
  declare mentorRegistrant: CreationOptional<string | null>
  declare menteeRegistrant: CreationOptional<string | null>
  declare mentorLink: CreationOptional<string | null>
  declare menteeLink: CreationOptional<string | null>
  declare createdAt: CreationOptional<Date>
  declare booking?: NonAttribute<Booking>

  linkOf(side: Side) {
    return side === 'mentor' ? this.mentorLink : this.menteeLink
  }
}

const link = { category: 'contact', label: 'link to the meeting', onErasure: cleared } as const
const registrant = { category: 'technical', label: "Zoom's number of the registration", onErasure: cleared } as const

table(Meeting, 'meetings', {
  title: 'Meetings of your sessions',
  section: 'sessions',
  purpose: 'To let the two of you meet',
  lawfulBasis: 'contract',
  onErasure: { mentor: 'deleted', mentee: 'deleted' },
  retention: { asLongAs: 'bookingId', because: 'it is removed, here and at Zoom, once the session is over' },
  exportedAs: 'sessions/meetings.json',
  columns: {
    id: plain(DataTypes.UUID, key),
    bookingId: plain(DataTypes.UUID),
    mentorId: person('mentor'),
    menteeId: person('mentee'),
    host: plain(DataTypes.TEXT),
    busyFrom: plain(DataTypes.DATE),
    busyUntil: plain(DataTypes.DATE),
    number: plain(DataTypes.TEXT),
    mentorRegistrant: personal(DataTypes.TEXT, { of: 'mentor', ...registrant }),
    menteeRegistrant: personal(DataTypes.TEXT, { of: 'mentee', ...registrant }),
    mentorLink: personal(DataTypes.TEXT, { of: 'mentor', ...link }),
    menteeLink: personal(DataTypes.TEXT, { of: 'mentee', ...link }),
    createdAt: plain(DataTypes.DATE, today),
  },
})
