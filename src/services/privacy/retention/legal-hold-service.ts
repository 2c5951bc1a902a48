import { UniqueConstraintError } from 'sequelize'
import { validate } from 'uuid'
import { sequelize } from '../../../db/sequelize.ts'
import { columnIn, quoted, sql } from '../../../lib/sql.ts'
import { LegalHold, type User } from '../../../models/index.ts'
import { dataMap, tablesAboutPeople } from '../../../privacy/data-map.ts'
import type { Table } from '../../../privacy/table.ts'
import { blank } from '../erasure/forgetting.ts'
import { canOutlast, keyOf } from '../whose.ts'

export type NewHold = { tableName: string; recordId: string; reason: string; reviewOn: string }

/** Where a single record can be kept while its person goes; a hold on a whole account postpones its erasure. */
export const holdableTables = tablesAboutPeople.filter((table) => table.name === 'users' || canOutlast(table))

/** Keeps a record, and nothing more than that, from erasure and retention while a claim needs it. */
export class LegalHoldService {
  /** Null when there is no such record, or it is held already. */
  async place(hold: NewHold, officer: User) {
    const table = holdableTables.find(({ name }) => name === hold.tableName)
    if (!table || !(await exists(table, hold.recordId))) return null

    try {
      return await LegalHold.create({ ...hold, placedBy: officer.id })
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

async function exists(table: Table, id: string) {
  const statement = `select from ${quoted(table.name)} where ${keyOf(table)} = $id`
  return validate(id) && (await sql(statement, { id })).count > 0
}
