import { createPrivateKey, createPublicKey, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { config } from '../config.ts'

/** What PKCS#8 writes before the 32 bytes of an Ed25519 key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The Ed25519 key that signs receipts, made out of RECEIPT_KEY. In demo mode that is a secret kept in the data folder. */
export function receiptKey() {
  const seed = Buffer.from(hkdfSync('sha256', config.receiptKey ?? demoSecret(), '', 'erasure receipts', 32))
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
}

/** What anyone may check a receipt against. */
export function publicReceiptKey() {
  return createPublicKey(receiptKey())
}

function demoSecret() {
  const file = `${config.dataDir}/receipt-key`
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
