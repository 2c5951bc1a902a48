import { extname } from 'node:path'
import ejs from 'ejs'
import { config } from '../../../config.ts'
import { files } from '../../../gateways/files.ts'
import { tablesAboutPeople } from '../../../privacy/data-map.ts'
import { bySection } from '../../../privacy/record.ts'
import type { PeopleTable } from '../../../privacy/table.ts'
import type { Archive } from './archive.ts'
import { type Format, formats } from './formats.ts'
import { manifestOf } from './manifest.ts'
import { papersOf } from './papers.ts'
import { schemaOf, schemaOfManifest } from './schemas.ts'
import type { Snapshot } from './snapshot.ts'
import { Uploads } from './uploads.ts'
import { columnsOf } from './visible.ts'

const page = `${import.meta.dirname}/../../../../views/privacy/exports/contents.ejs`
const chapters = bySection(tablesAboutPeople)

/** What an export is packed in, one after the other: the chapters of the data map, then the uploads. */
export const parts = [...chapters.map(({ title }) => title), 'Files you uploaded']

/**
 * Writes everything a person may have into an archive (P15–P19, P26). Always the same files in the same order, from the
 * declarations alone. Throws when a file came out with other rows than were counted.
 */
export class Packer {
  private readonly snapshot: Snapshot
  private readonly archive: Archive
  private readonly uploads = new Uploads()
  private readonly rows = new Map<string, number>()

  constructor(snapshot: Snapshot, archive: Archive) {
    this.snapshot = snapshot
    this.archive = archive
  }

  async pack(now: Date, onPart: (done: number) => Promise<void>) {
    for (const [index, { items }] of chapters.entries()) {
      for (const table of items) await this.section(table)
      await onPart(index + 1)
    }
    for (const { key, path } of this.uploads.found) await this.archive.add(path, await files.get(key), { store: true })
    await onPart(parts.length)
    await this.describe(now)
  }

  private async section(table: PeopleTable) {
    const format = formats[extname(table.exportedAs).slice(1) as Format]
    const columns = columnsOf(table)
    if (table.exportedAs.includes('*')) {
      for (const { id, name } of await this.snapshot.groups(table)) {
        await this.archive.add(table.exportedAs.replace('*', name), format(this.counted(table, id), columns))
      }
    } else {
      const rows = this.counted(table)
      await this.archive.add(
        table.exportedAs,
        format(table.objects?.exported ? this.uploads.place(rows) : rows, columns),
      )
    }
    if (table.exportedAs.endsWith('.json')) await this.json(schemaNameOf(table.exportedAs), schemaOf(table))
    for await (const { file, pdf } of papersOf(table, this.snapshot)) await this.archive.add(file, pdf, { store: true })
    await this.check(table)
  }

  private async *counted(table: PeopleTable, group?: string) {
    for await (const rows of this.snapshot.rows(table, group)) {
      this.rows.set(table.name, (this.rows.get(table.name) ?? 0) + rows.length)
      yield rows
    }
  }

  private async check(table: PeopleTable) {
    const [written, counted] = [this.rows.get(table.name) ?? 0, await this.snapshot.count(table)]
    if (written !== counted) throw new Error(`${table.name}: ${written} rows written, ${counted} counted`)
  }

  private async describe(now: Date) {
    const { files } = this.archive
    const missingUploads = this.uploads.missing
    const contents = { files, missingUploads, rows: this.rows, writtenAt: now, told: await this.snapshot.told() }
    await this.json('schemas/manifest.schema.json', schemaOfManifest)
    const { sections, withheld } = manifestOf(contents)
    const told = { sections, withheld, files, missingUploads, now, site: config.siteName }
    await this.archive.add('index.html', [await ejs.renderFile(page, told, { cache: true })])
    await this.json('manifest.json', manifestOf(contents))
  }

  private async json(file: string, content: object) {
    await this.archive.add(file, [`${JSON.stringify(content, null, 2)}\n`])
  }
}

function schemaNameOf(file: string) {
  return `schemas/${file.replace(/\.json$/, '.schema.json')}`
}
