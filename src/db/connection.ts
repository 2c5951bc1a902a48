import pg from 'pg'

let address: string | undefined

/** Every connection of ours takes "jonts" for joints: PostgreSQL's own 0.6 would forgive long words only. */
export const options = '-c pg_trgm.word_similarity_threshold=0.4'

/** Says where the database is. Nothing connects before somebody has. */
export function useAddress(url: string) {
  address = withTlsAsInPsql(url)
}

/** Where the database is, as every connection of ours reads it. */
export function connectionString() {
  if (!address) throw new Error('The database has not been opened.')
  return address
}

/** The same address in the parts that Sequelize wants. */
export function connectionParts() {
  const { host, port, user, database, password, ssl } = new pg.Client(connectionString())
  return { host, port, database, password, username: user, dialectOptions: { ssl, options } }
}

/** These mean `verify-full` to `pg`, which no server with a certificate of its own can meet. Here they are psql's. */
const asInPsql = ['prefer', 'require', 'verify-ca']

function withTlsAsInPsql(url: string) {
  const parsed = new URL(url)
  const { searchParams } = parsed
  if (asInPsql.includes(searchParams.get('sslmode') ?? '')) searchParams.set('uselibpqcompat', 'true')
  return parsed.href
}
