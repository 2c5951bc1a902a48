import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { hidesSomething, isPlainText, isWhole } from '../../lib/file-contents.ts'
import { cleanFileName } from '../../lib/file-names.ts'

/** What we take, by what it is and not by what it calls itself, and how its name ends then. */
const taken: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}

export type Upload = { path: string; originalname: string }
export type Attachment = { path: string; name: string; mediaType: string; bytes: number; sha256: string }

/** Looks into an upload. Answers what it is, or the sentence that says why we do not take it. */
export async function inspect({ path, originalname }: Upload): Promise<Attachment | string> {
  const content = await readFile(path)
  if (content.length === 0) return 'One of the files is empty'

  const mediaType = (await fileTypeFromBuffer(content))?.mime ?? (isPlainText(content) ? 'text/plain' : '')
  const extension = taken[mediaType]
  if (!extension)
    return 'We take pictures (PNG, JPEG, WebP, GIF), PDF and plain text, and one of the files is none of them'
  if (hidesSomething(content)) return 'One of the files has something else hidden in it, so we cannot take it'
  if (!(await isWhole(content, mediaType))) return 'One of the files is broken, or far too large to be shown'

  const sha256 = createHash('sha256').update(content).digest('hex')
  return { path, name: cleanFileName(originalname, extension), mediaType, bytes: content.length, sha256 }
}
