import { Sequelize, type Transaction } from 'sequelize'
import { sequelize } from './sequelize.ts'

/** Runs the work in the transaction that is under way, or else in one of its own. */
export function together<Result>(work: () => Promise<Result>): Promise<Result> {
  return isTogether() ? work() : sequelize.transaction(work)
}

/** Whether a transaction is under way. */
export function isTogether() {
  const cls = (Sequelize as unknown as { _cls?: { get(key: string): Transaction | undefined } })._cls
  return cls?.get('transaction') !== undefined
}
