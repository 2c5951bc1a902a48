import type pg from 'pg'
import { Sequelize, type Transaction } from 'sequelize'
import { sequelize } from './sequelize.ts'

/** Sequelize's types keep quiet about it. */
type UnderWay = Transaction & { connection: pg.Client }

/** Runs the work in the transaction that is under way, or else in one of its own. */
export function together<Result>(work: () => Promise<Result>): Promise<Result> {
  return isTogether() ? work() : sequelize.transaction(work)
}

/** Whether a transaction is under way. */
export function isTogether() {
  return underWay() !== undefined
}

/** The connection of the transaction that is under way, if there is one. */
export function connectionTogether() {
  return underWay()?.connection
}

function underWay() {
  const cls = (Sequelize as unknown as { _cls?: { get(key: string): UnderWay | undefined } })._cls
  return cls?.get('transaction')
}
