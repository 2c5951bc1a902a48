import { AsyncLocalStorage } from 'node:async_hooks'
import { Sequelize } from 'sequelize'
import { connectionParts } from './connection.ts'

/**
 * Lets every query made inside `sequelize.transaction(async () => …)` join that transaction
 * by itself, so that no function has to pass a transaction along.
 */
const current = new AsyncLocalStorage<Map<string, unknown>>()

Sequelize.useCLS({
  run: (work: () => void) => current.run(new Map(current.getStore()), work),
  get: (key: string) => current.getStore()?.get(key),
  set: (key: string, value: unknown) => current.getStore()?.set(key, value),
  bind: <F>(work: F) => work,
})

export const sequelize = new Sequelize({
  dialect: 'postgres',
  logging: false,
  pool: { max: 10, min: 0, acquire: 20_000, idle: 10_000 },
  hooks: { beforeConnect: (parts) => void Object.assign(parts, connectionParts()) },
})
