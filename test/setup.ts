import { closeDatabase, openDatabase } from '../src/db/database.ts'
import { emptyTables } from './support/tables.ts'

before(openDatabase)

/** Every test starts with empty tables and makes the rows it needs. */
beforeEach(emptyTables)

after(closeDatabase)
