import { createHmac, timingSafeEqual } from 'node:crypto'
import { config } from '../config.ts'

/** A short text that a browser keeps for us and cannot change: the text, and our signature over it and its purpose. */
export function signedText(purpose: string, text: string) {
  const written = Buffer.from(text).toString('base64url')
  return `${written}.${signature(purpose, written, config.sessionSecrets[0]).toString('base64url')}`
}

/** The text again, if it was signed for this purpose with any secret that still counts. */
export function readText(purpose: string, signed: string) {
  const [written = '', given = ''] = signed.split('.')
  const proof = Buffer.from(given, 'base64url')
  const genuine = config.sessionSecrets.some((secret) => {
    const expected = signature(purpose, written, secret)
    return proof.length === expected.length && timingSafeEqual(proof, expected)
  })
  return genuine ? Buffer.from(written, 'base64url').toString() : undefined
}

function signature(purpose: string, written: string, secret: string) {
  return createHmac('sha256', secret).update(`${purpose}\n${written}`).digest()
}
