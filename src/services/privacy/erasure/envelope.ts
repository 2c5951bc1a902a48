import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { config } from '../../../config.ts'
import { SealedEnvelope } from '../../../models/index.ts'
import type { Identifiers } from '../read-back/identifiers.ts'

/** What an erasure still needs of someone for a day: where the last letter goes, what to look for, what files to miss. */
export type Contents = { name: string; email: string; confirmed: boolean; identifiers: Identifiers; objects: string[] }

const [NONCE, TAG] = [12, 16]

/** Keeps it encrypted (AES-256-GCM) with a key that is not in the database, under the subject's random id. */
export async function sealEnvelope(subject: string, contents: Contents, now: Date) {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFrom(config.sessionSecrets[0]), nonce).setAAD(Buffer.from(subject))
  const text = Buffer.concat([cipher.update(JSON.stringify(contents)), cipher.final()])
  const sealed = Buffer.concat([nonce, cipher.getAuthTag(), text])
  await SealedEnvelope.upsert({ id: subject, sealed, createdAt: now })
}

/** Null when it has been used, or its day is over, or the secret it was sealed with counts no more. */
export async function openEnvelope(subject: string): Promise<Contents | null> {
  const envelope = await SealedEnvelope.findByPk(subject)
  if (!envelope) return null

  for (const secret of config.sessionSecrets) {
    const contents = opened(envelope.sealed, subject, secret)
    if (contents) return contents
  }
  return null
}

export function destroyEnvelope(subject: string) {
  return SealedEnvelope.destroy({ where: { id: subject } })
}

function opened(sealed: Buffer, subject: string, secret: string): Contents | undefined {
  const [nonce, tag, text] = [
    sealed.subarray(0, NONCE),
    sealed.subarray(NONCE, NONCE + TAG),
    sealed.subarray(NONCE + TAG),
  ]
  const decipher = createDecipheriv('aes-256-gcm', keyFrom(secret), nonce)
  decipher.setAAD(Buffer.from(subject)).setAuthTag(tag)
  try {
    return JSON.parse(Buffer.concat([decipher.update(text), decipher.final()]).toString())
  } catch {
    return undefined // sealed with another secret
  }
}

function keyFrom(secret: string) {
  return Buffer.from(hkdfSync('sha256', secret, '', 'sealed envelope', 32))
}
