import {
  type Attributes,
  DatabaseError,
  type FindOptions,
  type Model,
  type ModelStatic,
  type WhereOptions,
} from 'sequelize'
import { NotFound } from '../errors.ts'

/** What people call what we keep under another name. */
const called: Record<string, string> = {
  Booking: 'session',
  BookingMove: 'proposal',
  CourseSection: 'section',
  Erasure: 'deletion',
  LegalHold: 'hold',
  LessonFile: 'file',
  MentorApplication: 'application',
  ProviderEvent: 'event',
  SessionReview: 'review',
  SessionType: 'kind of session',
  SignIn: 'sign-in',
  SingleTime: 'time',
  StoredFile: 'file',
  TimeWish: 'note',
  User: 'person',
  WeeklyHour: 'time',
}

/** Finds one row or shows a 404, also when what stands in the URL could never be an id. */
export async function find<M extends Model>(
  model: ModelStatic<M>,
  where: WhereOptions<Attributes<M>>,
  options: Omit<FindOptions<Attributes<M>>, 'where'> = {},
): Promise<M> {
  return orMissing(nameOf(model), model.findOne({ ...options, where }))
}

/** One word for one of them, as a page says it: "session" for a Booking. */
export function nameOf({ name }: { name: string }) {
  return called[name] ?? name.toLowerCase()
}

/** The same for whatever else is asked. */
export async function orMissing<Found>(what: string, question: Promise<Found | null | undefined>): Promise<Found> {
  const found = await question.catch((error) => {
    if (isImpossibleValue(error)) return null
    throw error
  })
  if (found) return found
  throw new NotFound(what)
}

/** PostgreSQL's words for "no uuid" and "no text", a NUL for one. */
export function isImpossibleValue(error: unknown) {
  const { code } = (error instanceof DatabaseError ? error.original : error) as { code?: string }
  return code === '22P02' || code === '22021'
}
