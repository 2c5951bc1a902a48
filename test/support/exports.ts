import { buffer } from 'node:stream/consumers'
import { strFromU8, unzipSync } from 'fflate'
import { files } from '../../src/gateways/files.ts'
import { Export } from '../../src/models/index.ts'
import { buildExport } from '../../src/services/privacy/export/build-export.ts'
import { createExport } from './factories.ts'

/** Packs an export for somebody. Answers its files by their path below the top folder, as text and as bytes. */
export async function exportOf(userId: string) {
  const request = (await Export.findOne({ where: { userId, status: 'waiting' } })) ?? (await createExport({ userId }))
  await buildExport(request.id, new Date())
  await request.reload()
  return { request, ...(await opened(request.storageKey!)) }
}

export async function opened(storageKey: string) {
  const zip = await buffer(await files.get(storageKey))
  const entries = Object.entries(unzipSync(zip)).map(
    ([path, content]) => [path.replace(/^[^/]*\//, ''), content] as const,
  )
  const bytes = Object.fromEntries(entries)
  const text = Object.fromEntries(entries.map(([path, content]) => [path, strFromU8(content)]))
  return { zip, bytes, text, folders: new Set(Object.keys(unzipSync(zip)).map((path) => path.split('/')[0]!)) }
}
