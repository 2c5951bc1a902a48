import { togetherOrAgain } from '../../../db/together.ts'
import { files } from '../../../gateways/files.ts'
import { sql } from '../../../lib/sql.ts'
import { Alarm, Erasure, User } from '../../../models/index.ts'
import { dataMap } from '../../../privacy/data-map.ts'
import { identifiersOf, patternOf } from '../read-back/identifiers.ts'
import { markWaiting } from '../retention/holds.ts'
import { canOutlast, threadsOf } from '../whose.ts'
import { sealEnvelope } from './envelope.ts'
import { type Bind, letGo, remove, rewrite, staysInPart } from './forgetting.ts'
import { writeLedger } from './ledger.ts'
import { tieLooseEnds } from './loose-ends.ts'
import { objectsOf } from './objects.ts'
import { planFor, takenAlong } from './plan.ts'
import { problemOf, StillRecognisable } from './still-recognisable.ts'

/**
 * Forgets a person (P24, P28): does to each table what the table declares, and does not believe itself until it has
 * looked. All or nothing, for a person half erased could neither sign in nor ask again.
 */
export class ErasureService {
  /**
   * Erases somebody whose day has come. Null when it has not: they thought better of it, or a legal hold keeps them.
   *
   * @throws StillRecognisable, or whatever else stopped it, once that is on record and an alarm has rung
   */
  async erase(person: User, now: Date): Promise<Erasure | null> {
    const erasure = await Erasure.begin(person, now)
    await writeLedger(erasure.id, 'intent', now)
    // A payment that is settled at the same moment locks its order first, and then whose it is.
    const objects = await togetherOrAgain(() => this.forget(person.id, erasure, now)).catch((error) =>
      this.giveUp(erasure, now, error),
    )

    await writeLedger(erasure.id, objects ? 'done' : 'given up', now)
    await Alarm.settle('erasure failed', erasure.id, now)
    if (!objects) return erasure.destroy().then(() => null)

    await Promise.allSettled(objects.map((key) => files.remove(key))) // the queue has them too, and tries again
    return erasure
  }

  private async forget(id: string, erasure: Erasure, now: Date) {
    const person = await User.lockIfDue(id, now) // whatever they are writing at this moment waits, and has no author then
    if (!person) return null
    await sql('set constraints all deferred') // so that tables can be visited in any order
    await tieLooseEnds(person, erasure, now)

    const identifiers = await identifiersOf(person)
    const receipt = await planFor(person, now)
    const objects = await objectsOf(person)
    const { name, email, emailVerifiedAt } = person
    await sealEnvelope(erasure.id, { name, email, confirmed: emailVerifiedAt !== null, identifiers, objects }, now)

    const { full, close } = identifiers
    const threads = await threadsOf(person)
    await this.forgetIn(person, { person: id, threads, full: patternOf(full), any: patternOf([...full, ...close]) })
    await sql('set constraints all immediate') // a row that still names them stops it here

    await erasure.update({ status: 'erased', receipt, erasedAt: now, problem: null })
    return objects
  }

  private async forgetIn(person: User, bind: Bind) {
    const heldBack = await markWaiting(named, bind)
    const recognisable: string[] = []

    for (const table of named) {
      const parts = takenAlong(table, person.contributions)
      if (parts.length > 0) await remove(table, parts, bind)
      if (staysInPart(table, parts) && (await rewrite(table, bind)) > 0) recognisable.push(table.name)
      if (heldBack && canOutlast(table)) await letGo(table, bind)
    }
    if (recognisable.length > 0) throw new StillRecognisable(recognisable)
  }

  private async giveUp(erasure: Erasure, now: Date, error: Error): Promise<never> {
    await erasure.fail(problemOf(error))
    await writeLedger(erasure.id, 'given up', now)
    await Alarm.ring('erasure failed', erasure.id)
    throw error
  }
}

const named = dataMap.filter(({ people }) => people.length > 0)
