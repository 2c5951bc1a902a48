import pg from 'pg'

export type Statement = { text: string; values: unknown[] }

let heard: Statement[] | undefined

const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [asked, values] = args as [string | Statement, unknown[]]
  const { text, values: own } = typeof asked === 'string' ? { text: asked, values } : asked
  if (text && !text.startsWith('SET ')) heard?.push({ text, values: Array.isArray(own) ? own : [] })
  return query.apply(this, args)
} as never

/** Every statement that this process sends to PostgreSQL while something happens, but for those that begin a connection. */
export async function listenTo<T>(happening: () => Promise<T>) {
  heard = []
  const result = await happening()
  const statements = heard
  heard = undefined
  return { result, statements }
}
