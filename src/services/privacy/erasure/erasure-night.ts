import { config } from '../../../config.ts'
import type { Turn } from '../../../jobs/turn.ts'
import { reportError } from '../../../lib/report-error.ts'
import { Alarm, Erasure, User } from '../../../models/index.ts'
import { post } from '../../mail/post.ts'
import { readBack } from '../read-back/read-back.ts'
import { destroyEnvelope, openEnvelope } from './envelope.ts'
import { ErasureService } from './erasure-service.ts'
import { sweep } from './sweep.ts'
import { countUnconfirmed, letUnconfirmedGo } from './unconfirmed.ts'

const fuse = 'erase-due-accounts: more people are due than ERASURE_FUSE lets go without a word of ours'

/**
 * Erases everyone whose grace is over (P28) or who never confirmed their address, reads the whole house back for all of them together, and sends each
 * the result, but for an address that nobody confirmed. More people than ERASURE_FUSE allows are left as they are until one of our staff has confirmed the number.
 */
export async function eraseDue({ now, dryRun, confirmed }: Turn) {
  if (dryRun) return { due: (await User.dueForErasure(now)).length + (await countUnconfirmed(now)), erased: 0 }

  await letUnconfirmedGo(now)
  const people = await User.dueForErasure(now)
  if (people.length > config.erasureFuse && !confirmed) {
    await Alarm.ring('fuse blown', fuse)
    return { due: people.length, erased: 0, fuse: 'blown' }
  }
  await Alarm.settle('fuse blown', fuse, now)

  const service = new ErasureService()
  let [erased, failed] = [0, 0]
  for (const person of people) {
    try {
      if (await service.erase(person, now)) erased++
    } catch (error) {
      failed++ // one failure must not keep the others waiting
      reportError(error, { erasing: person.subjectId })
    }
  }
  const verified = await verifyErased(now)
  if (erased > 0) await sweep()
  return { due: people.length, erased, failed, ...verified }
}

/** Reads back for everyone who was erased and not yet verified, also by a run that was cut short, and writes to them. */
export async function verifyErased(now: Date, { letters = true } = {}) {
  const erasures = await Erasure.findAll({ where: { status: 'erased' }, order: ['id'] })
  const contents = await Promise.all(erasures.map(({ id }) => openEnvelope(id)))
  const findings = await readBack(contents.flatMap((one) => one ?? []))
  let verified = 0

  for (const [n, erasure] of erasures.entries()) {
    const found = contents[n] ? findings.shift()! : { 'never read back: the envelope is gone': 1 }
    if (await erasure.verify(found, now)) verified++
    else await Alarm.ring('residue found', erasure.id)
    if (contents[n]?.confirmed && letters) await post('account-erased', { aboutId: erasure.id })
    else await destroyEnvelope(erasure.id)
  }
  return { verified }
}
