import type { Model, ModelStatic } from 'sequelize'
import { daysAfter } from '../../../../lib/due.ts'
import { tableOf } from '../../../../privacy/table.ts'
import type { Expiring } from '../../retention/expiry.ts'
import { RetentionService } from '../../retention/retention-service.ts'

/** How many rows were past their time a day ago and are there still, though the nightly job has had its turn. */
export async function overdue<M extends Model>(model: ModelStatic<M>, now: Date) {
  const table = tableOf(model) as Expiring
  const due = await new RetentionService({ tables: [table] }).due(daysAfter(now, -1))
  return due[table.name] ?? 0
}
