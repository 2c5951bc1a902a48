import { UniqueConstraintError } from 'sequelize'
import { validate } from 'uuid'
import { sequelize } from '../../../db/sequelize.ts'
import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { LegalHold, User } from '../../../models/index.ts'
import { dataMap, tablesAboutPeople } from '../../../privacy/data-map.ts'
import { type PeopleTable, subjects, tableOf } from '../../../privacy/table.ts'
import { blank } from '../erasure/forgetting.ts'
import { canOutlast, keyOf } from '../whose.ts'

export type NewHold = { tableName: string; recordId: string; reason: string; reviewOn: string }

/** Where a single record can be kept while its person goes; a hold on a whole account postpones its erasure. */
export const holdableTables = tablesAboutPeople.filter(
  (table) => table === tableOf(User) || (canOutlast(table) && table !== tableOf(LegalHold)),
)

/** Keeps a record, and nothing more than that, from erasure and retention while a claim needs it. */
export class LegalHoldService {
  /** Null when there is no such record, it is held already, or it cannot stay without its person, as their photo. */
  async place(hold: NewHold, officer: User) {
    const table = holdableTables.find(({ name }) => name === hold.tableName)
    const record = table && (await find(table, hold.recordId))
    if (!record) return null

    try {
      return await LegalHold.create({ ...hold, aboutId: record.about, placedBy: officer.id })
    } catch (error) {
      if (error instanceof UniqueConstraintError) return null
      throw error
    }
  }

  /**
   * Lets a record go. Where an erasure has passed by, it is done now. Nobody knows any more what its person was called,
   * so it does not look for names: what would have been searched for them goes as a whole.
   */
  async release(hold: LegalHold, officer: User, now: Date) {
    await sequelize.transaction(async () => {
      await hold.reload({ lock: true })
      if (hold.releasedAt) return

      await hold.update({ releasedAt: now, releasedBy: officer.id })
      if (hold.erasureWaits) await eraseWhatWaited(hold)
    })
  }
}

async function eraseWhatWaited({ tableName, recordId }: LegalHold) {
  const table = dataMap.find(({ name }) => name === tableName)!
  await blank(table, keyOf(table), recordId)

  for (const part of dataMap.filter(({ partOf }) => partOf?.table === tableName)) {
    await blank(part, columnIn(part, part.partOf!.by), recordId)
  }
}

/** A record that can be held, with the person it is about. What goes with them stays only as a part of something else. */
async function find(table: PeopleTable, id: string) {
  if (!validate(id)) return undefined
  const { partOf } = table
  const stays = table.onErasure === 'deleted' && partOf ? `${columnIn(table, partOf.by)} is not null` : 'true'
  const people = subjects(table).map(({ column }) => columnIn(table, column))
  const { rows } = await sql<{ about: string | null }>(
    `select coalesce(${people}) as about from ${quoted(table.name)} where ${keyOf(table)} = $id and ${stays}`,
    { id },
  )
  return rows[0]
}
