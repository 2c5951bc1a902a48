import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { config } from '../config.ts'

/** The Ed25519 key that signs receipts. In demo mode one is made and kept in the data folder. */
export function receiptKey() {
  return createPrivateKey({ key: Buffer.from(config.receiptKey ?? demoKey(), 'base64'), format: 'der', type: 'pkcs8' })
}

/** What anyone may check a receipt against. */
export function publicReceiptKey() {
  return createPublicKey(receiptKey())
}

function demoKey() {
  const file = `${config.dataDir}/receipt-key`
  mkdirSync(config.dataDir, { recursive: true, mode: 0o711 })
  try {
    const { privateKey } = generateKeyPairSync('ed25519')
    const text = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64')
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
    return text
  } catch {
    return readFileSync(file, 'utf8')
  }
}
