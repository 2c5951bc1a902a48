import type { Booked } from '../sessions.ts'
import { ofMentees, ofMentors } from './said.ts'

const HOUR = 60 * 60 * 1000

/** Of every session that took place both have said how it was, on the same evening. */
export function reviewsOf(bookings: Booked[]) {
  const over = bookings.filter(({ state }) => state === 'completed')
  return over.flatMap(({ id: bookingId, mentorId, menteeId, endsAt }, n) => {
    const [[ofMentor, stars], [ofMentee, thanks]] = [ofMentors[n % ofMentors.length]!, ofMentees[n % ofMentees.length]!]
    const at = (hours: number) => new Date(endsAt.getTime() + hours * HOUR)
    const common = { bookingId, publishedAt: at(5) }
    return [
      {
        ...common,
        writerId: menteeId,
        subjectId: mentorId,
        side: 'mentee' as const,
        rating: stars,
        body: ofMentor,
        createdAt: at(2),
      },
      {
        ...common,
        writerId: mentorId,
        subjectId: menteeId,
        side: 'mentor' as const,
        rating: thanks,
        body: ofMentee,
        createdAt: at(5),
      },
    ]
  })
}
