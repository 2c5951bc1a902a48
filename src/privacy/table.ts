import type { Attributes, Model, ModelAttributes, ModelStatic } from 'sequelize'
import { sequelize } from '../db/sequelize.ts'
import type { Column, Person, Personal, Plain } from './columns.ts'
import type { Fate, LawfulBasis, Retention, Role, Section, scrubbed } from './vocabulary.ts'

type Columns<M extends Model, Kind> = { [Name in keyof Attributes<M>]: Column<Kind> }
type NameIn<M extends Model> = keyof Attributes<M> & string

/** What a personal column can say of its own, by what becomes of its row. */
type Fates = { deleted: typeof scrubbed | undefined; anonymised: Fate; 'as chosen': Fate }

/** A row goes, or stays without its person, or its person chose between the two when they left. */
export type Outcome = keyof Fates

/** Where a row is about two people, what becomes of it depends on who leaves. */
export type OutcomeByRole = { [Name in Role]?: Outcome }

/** By each role a row stays or goes for somebody else, so every column says what becomes of it. */
type FateIn<O extends Outcome | OutcomeByRole> = O extends Outcome ? Fates[O] : Fate

/** A table about people. Where its rows may survive an erasure, every personal column has to say how. */
type AboutPeople<M extends Model, O extends Outcome | OutcomeByRole> = {
  /** What a person would call it. */
  title: string
  section: Section
  purpose: string
  lawfulBasis: LawfulBasis
  onErasure: O
  /** Where somebody may learn of what another wrote about them only once one of its own dates is set. */
  hiddenUntil?: { [Name in Role]?: NameIn<M> }
  retention: Retention<NameIn<M>>
  /** A file of the export; `support/*.txt` is one file for each row of the table that `partOf` names. */
  exportedAs: `${string}.${'json' | 'csv' | 'txt'}`
  /** The page on which its owner can change it. */
  editedAt?: string
  /** Rows that belong to a row of another table share its legal holds, and its name in the export. */
  partOf?: { table: string; by: NameIn<M>; named: string }
  /** The column with the key of an object in file storage, which is removed with its row. */
  objects?: { key: NameIn<M>; exported: boolean }
  /** Each row is a document too, which the export holds as a PDF, called as a column of the row says. */
  printed?: { as: `${string}/*.pdf`; named: NameIn<M> }
  columns: Columns<M, Plain | Person | Personal<FateIn<O>>>
}

type AboutNobody<M extends Model> = {
  purpose: string
  onErasure?: never
  partOf?: never
  objects?: never
  printed?: never
  retention?: Retention<NameIn<M>>
  columns: Columns<M, Plain | Person>
}

export type PersonalColumn = Personal & { column: string; of: Role }
export type PersonInTable = { role: Role; column: string; onDuty: boolean; owns: PersonalColumn[] }

/** A declaration, and for each person it names which of its columns are theirs. */
export type Table = (AboutPeople<Model, Outcome | OutcomeByRole> | AboutNobody<Model>) & {
  name: string
  model: ModelStatic<Model>
  people: PersonInTable[]
}
export type PeopleTable = Table & AboutPeople<Model, Outcome | OutcomeByRole>

export const tables: Table[] = []

/** Gives a model its table: what the columns are, and in the same breath what they say about people. */
export function table<M extends Model, const O extends Outcome | OutcomeByRole>(
  model: ModelStatic<M>,
  name: string,
  declaration: AboutPeople<M, O> | AboutNobody<M>,
) {
  model.init(declaration.columns as ModelAttributes<M, never>, {
    sequelize,
    tableName: name,
    underscored: true,
    timestamps: false,
  })
  const people = peopleIn(name, declaration.columns)
  const declared = { ...declaration, name, model, people } as unknown as Table
  const open = subjects(declared).find(({ role }) => !outcomeOf(declared, role))
  if (open) throw new Error(`${name}: say what becomes of it when the ${open.role} leaves`)
  tables.push(declared)
}

/** What becomes of a row when whoever plays a role in it leaves. Of two people, each has an outcome of their own. */
export function outcomeOf(table: Table, role: Role): Outcome | undefined {
  const { onErasure } = table
  return typeof onErasure === 'string' && subjects(table).length === 1
    ? onErasure
    : (onErasure as OutcomeByRole)?.[role]
}

/** Whether a row can be somebody's. Where only staff on duty are named, it is nobody's. */
export function isAboutPeople(table: Table): table is PeopleTable {
  return subjects(table).length > 0
}

/** The people a row is about. Who of our staff was on duty is not one of them. */
export function subjects({ people }: Pick<Table, 'people'>) {
  return people.filter(({ onDuty }) => !onDuty)
}

/** Every column that says something about somebody. */
export function personalColumns({ people }: Pick<Table, 'people'>) {
  return people.flatMap(({ owns }) => owns)
}

/** The table of a model. */
export function tableOf<M extends Model>(model: ModelStatic<M>): Table {
  return tables.find((table) => table.model === (model as ModelStatic<Model>))!
}

function peopleIn(name: string, declared: Record<string, Column<Plain | Person | Personal>>): PersonInTable[] {
  const columns = Object.entries(declared).map(([column, { privacy }]) => ({ column, ...privacy }))
  const people = columns
    .filter((column) => column.is === 'person')
    .map(({ column, role, onDuty }) => ({ column, role, onDuty, owns: [] as PersonalColumn[] }))
  const owners = subjects({ people })

  for (const column of columns.filter((column) => column.is === 'personal')) {
    const owner = column.of ? owners.find(({ role }) => role === column.of) : owners[0]
    if (!owner || (owners.length > 1 && !column.of)) throw new Error(`${name}.${column.column}: say whose it is`)
    owner.owns.push({ ...column, of: owner.role })
  }
  return people
}
