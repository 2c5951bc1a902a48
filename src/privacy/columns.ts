import { type DataType, DataTypes, type ModelAttributeColumnOptions } from 'sequelize'
import { v7 } from 'uuid'
import type { Category, Fate, Role, Viewer } from './vocabulary.ts'

export type Terms = {
  category: Category
  /** What a person would call it, where the name of the column does not say it. */
  label?: string
  /** Whose it is, where a row is about two people. */
  of?: Role
  seenBy?: readonly Viewer[]
  /** Why the person does not find it in their export. */
  withheld?: string
}

export type Plain = { is: 'plain'; only?: Role }
export type Person = { is: 'person'; role: Role; onDuty: boolean }
export type Personal<F = Fate | undefined> = { is: 'personal'; onErasure: F } & Terms

export type Column<Privacy> = ModelAttributeColumnOptions & { privacy: Privacy }
type Options = Partial<ModelAttributeColumnOptions>

/** A column that says nothing about anyone. `only` one of a row takes it along where it would tell them of the other. */
export function plain(type: DataType, options: Options = {}, only?: Role): Column<Plain> {
  return { type, ...options, privacy: { is: 'plain', ...(only && { only }) } }
}

/** A column that names the person a row is about. It is emptied on erasure, or goes with its row. */
export function person(role: Role, options: Options = {}): Column<Person> {
  return { type: DataTypes.UUID, ...options, privacy: { is: 'person', role, onDuty: false } }
}

/** A column that names who of our staff acted. Nothing in the row is theirs: leaving takes their name, never the row. */
export function duty(options: Options = {}): Column<Person> {
  return { type: DataTypes.UUID, ...options, privacy: { is: 'person', role: 'staff', onDuty: true } }
}

/** A column that says something about a person. Without a fate of its own it can only go with its row. */
export function personal<F extends Fate>(
  type: DataType,
  terms: Terms & { onErasure: F },
  options?: Options,
): Column<Personal<F>>
export function personal(type: DataType, terms: Terms, options?: Options): Column<Personal<undefined>>
export function personal(type: DataType, terms: Terms & { onErasure?: Fate }, options: Options = {}): Column<Personal> {
  return { type, ...options, privacy: { is: 'personal', onErasure: undefined, ...terms } }
}

/** Ids are made here and sort by the time they were made. */
export const key = { primaryKey: true, defaultValue: () => v7() }

export const today = { defaultValue: DataTypes.NOW }
