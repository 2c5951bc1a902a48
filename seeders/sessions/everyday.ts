import { learners } from '../learners.ts'
import type { BookingSeed } from './booked.ts'
import { wishes } from './said.ts'

const local = ({ email }: { email: string }) => email.split('@')[0]!
const names = learners.map(local)

/** The everyday of a mentor: two who came, one who will, and now and then somebody who asks. */
export function everydayOf(mentor: string, n: number): BookingSeed[] {
  const by = (k: number) => names[(n * 3 + k) % names.length]!
  const message = (k: number) => wishes[(n + k) % wishes.length]!
  const common = { with: mentor, title: 'A first look' } as const
  return [
    { ...common, by: by(0), in: -24 - (n % 5), asked: 31, state: 'completed', message: message(0) },
    { ...common, by: by(1), in: -11 - (n % 4), asked: 18, state: 'completed', message: message(1) },
    { ...common, by: by(2), in: 2 + (n % 9), asked: 1 + (n % 3), state: 'confirmed', message: message(2) },
    ...(n % 3
      ? []
      : [
          {
            ...common,
            by: by(4),
            title: 'An hour on your work',
            in: 7,
            asked: 0.6,
            state: 'requested',
            message: message(3),
          } as const,
        ]),
  ]
}
