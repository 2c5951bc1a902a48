import pg from 'pg'

let address: string | undefined

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
  return { host, port, database, password, username: user, dialectOptions: { ssl } }
}

/** `sslmode=require` means to `pg` what `verify-full` means to everybody else. Here each means what psql says. */
function withTlsAsInPsql(url: string) {
  const parsed = new URL(url)
  if (parsed.searchParams.has('sslmode')) parsed.searchParams.set('uselibpqcompat', 'true')
  return parsed.href
}
