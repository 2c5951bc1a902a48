import pg from 'pg'

/** What Sequelize says to a connection when it is new. */
const HELLO = /^(SET |SHOW |SELECT typname)/i

/**
 * The statements that reach PostgreSQL while something is done, by the pool or by Sequelize:
 * `expect(await statementsOf(() => maya.visit('/support'))).to.have.length.below(6)`.
 */
export async function statementsOf(work: () => PromiseLike<unknown>): Promise<string[]> {
  const statements: string[] = []
  const { query } = pg.Client.prototype

  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text?: string }]
    statements.push(typeof asked === 'string' ? asked : (asked.text ?? ''))
    return Reflect.apply(query, this, args)
  } as typeof query

  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return statements.filter((statement) => !HELLO.test(statement.trim()))
}

/** Until PostgreSQL has answered a statement like this, whoever asks it. */
export function answered(like: RegExp): Promise<void> {
  const { query } = pg.Client.prototype
  const { promise, resolve } = Promise.withResolvers<void>()

  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text?: string }]
    const done = args.at(-1)
    if (typeof done === 'function' && like.test(typeof asked === 'string' ? asked : (asked.text ?? ''))) {
      pg.Client.prototype.query = query
      args[args.length - 1] = (...answer: unknown[]) => {
        done(...answer)
        resolve()
      }
    }
    return Reflect.apply(query, this, args)
  } as typeof query
  return promise
}
