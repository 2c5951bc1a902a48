import { v7 } from 'uuid'
import { sql } from '../../../../lib/sql.ts'
import { Archive, type PackedFile } from '../../export/archive.ts'
import { Packer } from '../../export/pack.ts'
import { Snapshot } from '../../export/snapshot.ts'

export type Trial = { person: string; files: PackedFile[] }

/**
 * Packs a whole export of the person who used the site last, and throws it away piece by piece: nobody reads it and
 * nothing of it is kept but the names, sizes and sums of its files. Undefined while there is no account to try it with.
 */
export async function trialExport(now: Date): Promise<Trial | undefined> {
  const person = await newestPerson()
  if (!person) return undefined

  await using snapshot = await Snapshot.of(person, v7())
  const archive = new Archive('trial', now)
  archive.content.resume()
  try {
    await new Packer(snapshot, archive).pack(now, async () => {})
    await archive.finish()
  } catch (error) {
    archive.abandon(error as Error)
    throw error
  }
  return { person, files: archive.files }
}

/** Best somebody with an invoice and an upload, else with an upload, then somebody with a ticket; ids sort by the time they were made. */
async function newestPerson() {
  const { rows } = await sql<{ person: string | null }>(`
    select coalesce(
      (select buyer_id from invoices where buyer_id in (select owner_id from files) order by id desc limit 1),
      (select owner_id from files where owner_id is not null order by id desc limit 1),
      (select requester_id from tickets where requester_id is not null order by id desc limit 1),
      (select id from users order by id desc limit 1)) as person`)
  return rows[0]!.person
}
