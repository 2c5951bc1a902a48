import { sign, verify } from 'node:crypto'
import { publicReceiptKey, receiptKey } from '../../../lib/receipt-key.ts'
import type { Erasure, ReceiptLine } from '../../../models/erasure.ts'

/** What we owe somebody to know: what became of their data. Of them it holds a random id that nobody else has. */
export type Receipt = { subject: string; asked: string; erased: string; lines: ReceiptLine[] }

const [BEGIN, END] = ['-----BEGIN ERASURE RECEIPT-----', '-----END ERASURE RECEIPT-----']
const SIGNATURE = 64

/**
 * A receipt as a block of letters that survives any mail program: the very bytes that are signed (Ed25519), and the
 * signature before them. It can be checked on a page of ours, or without us against the public key.
 */
export function signedReceipt(erasure: Erasure) {
  const text = Buffer.from(JSON.stringify(receiptFor(erasure)))
  const block = Buffer.concat([sign(null, text, receiptKey()), text]).toString('base64')
  return [BEGIN, ...block.match(/.{1,64}/g)!, END].join('\n')
}

/** What a receipt says, if it is ours and nobody has changed a letter of it. Quote marks and indents do it no harm. */
export function readReceipt(block: string): Receipt | undefined {
  const bytes = bytesOf(block)
  const [signature, text] = [bytes.subarray(0, SIGNATURE), bytes.subarray(SIGNATURE)]
  return verify(null, text, publicReceiptKey(), signature) ? JSON.parse(text.toString()) : undefined
}

/** The same receipt on one line, as an address takes it. */
export function compactReceipt(block: string) {
  return bytesOf(block).toString('base64url')
}

function bytesOf(block: string) {
  const inside = block.split(BEGIN).at(-1)!.split(END)[0]!
  return Buffer.from(inside.replace(/[^\w+/=-]/g, ''), 'base64')
}

function receiptFor({ id, askedAt, erasedAt, receipt }: Erasure): Receipt {
  return { subject: id, asked: askedAt.toISOString(), erased: erasedAt!.toISOString(), lines: receipt! }
}
