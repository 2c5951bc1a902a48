import { sql } from '../../../lib/sql.ts'
import { Alarm, Erasure, User } from '../../../models/index.ts'
import { verifyErased } from './erasure-night.ts'
import { ErasureService } from './erasure-service.ts'
import { readLedger, writeLedger } from './ledger.ts'

/**
 * Erases again whoever the ledger calls done and the database still knows: a restore has brought them back (P28). What
 * was begun and never ended is told to our staff, unless the database says that it did end. To be called before the
 * site answers anyone; it costs one query when all is well.
 */
export async function replayLedger(now: Date) {
  const ledger = await readLedger()
  const subjects = (what: string) => [...ledger].filter(([, last]) => last === what).map(([subject]) => subject)

  const returned = await peopleOf(subjects('done'))
  for (const person of returned) await eraseAgain(person, now)
  if (returned.length > 0) await verifyErased(now, { letters: false })

  const unclear = subjects('intent')
  for (const subject of unclear) await clearUp(subject, now)
  return { erasedAgain: returned.length, unclear: unclear.length }
}

async function peopleOf(subjects: string[]) {
  const query = 'select id from users where subject_id = any($subjects::uuid[])'
  const { rows } = await sql<{ id: string }>(query, { subjects })
  return User.findAll({ where: { id: rows.map(({ id }) => id) } })
}

async function eraseAgain(person: User, now: Date) {
  await person.update({ erasureAskedAt: now, erasureDueAt: now })
  const erasure = await new ErasureService().erase(person, now)
  if (!erasure) await Alarm.ring('erasure failed', person.subjectId)
}

async function clearUp(subject: string, now: Date) {
  const erasure = await Erasure.findByPk(subject)
  if (!erasure?.erasedAt) return Alarm.ring('erasure failed', subject)

  await writeLedger(subject, 'done', now)
  await Alarm.settle('erasure failed', subject, now)
}
