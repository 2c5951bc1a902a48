import { readFileSync } from 'node:fs'
import { config } from '../../config.ts'
import { type Form, rejected } from '../../lib/form.ts'
import { isWholly } from '../../lib/passwords.ts'

const LEAST_CHARACTERS = 12
const LEAST_DIFFERENT = 5

const list = readFileSync(`${import.meta.dirname}/common-passwords.txt`, 'utf8').split('\n')
const common = new Set(list.filter((line) => line && !line.startsWith('#')))

const disguises: Record<string, string> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const tooShort = `Use at least ${LEAST_CHARACTERS} characters. Three or four words in a row are a good password`
const tooLong =
  'That is longer than 72 bytes, and we could not check all of it. Letters with accents count as two, emoji as four'
const tooPlain =
  'That is a pattern or a few characters again and again, which is guessed quickly. Try three or four words'
const tooCommon =
  'That is one or two of the words that are guessed first. Try three or four that do not belong together'
const tooNear = 'Do not make it out of your name, your address or the name of this site'

/** The form, rejected if the password in it is one that others would guess, from us or from what they know of its owner. */
export function withStrongPassword<V extends { password: string }>(
  form: Form<V>,
  about: (values: V) => string[],
): Form<V> {
  const weakness = form.valid && weaknessOf(form.values.password, about(form.values))
  return weakness ? rejected(form, 'password', weakness) : form
}

/**
 * What makes a password easy to guess, in a sentence; undefined where nothing does. ASVS asks for 8 characters and NIST
 * for 15 where nothing else protects an account: we ask for 12, and refuse the known ones and those made of the context.
 */
export function weaknessOf(password: string, about: string[] = []) {
  if ([...password].length < LEAST_CHARACTERS) return tooShort
  if (!isWholly(password)) return tooLong
  if (isPattern(password)) return tooPlain

  const context = contextOf([config.siteName, ...about])
  return readings(password)
    .map((letters) => weaknessIn(letters, context))
    .find(Boolean)
}

function weaknessIn(letters: string, context: string[]) {
  const rest = context.reduce((left, word) => left.replaceAll(word, ''), letters)
  if (rest !== letters && (rest.length < 6 || isCommon(rest))) return tooNear
  return isCommon(letters) ? tooCommon : undefined
}

/** One word of the list, the same twice or more, or two of them. */
function isCommon(letters: string) {
  const repeated = /^(.{4,}?)\1*$/.exec(letters)?.[1] ?? letters
  if (common.has(letters) || common.has(repeated)) return true
  return [...letters].some((_, at) => common.has(letters.slice(0, at)) && common.has(letters.slice(at)))
}

/** Few characters, a short piece repeated, or a run like 12345678 or abcdefgh with little else. */
function isPattern(password: string) {
  const codes = [...password.toLowerCase()].map((character) => character.codePointAt(0)!)
  const inStep = codes.filter((code, at) => at > 0 && Math.abs(code - codes[at - 1]!) <= 1).length
  return new Set(codes).size < LEAST_DIFFERENT || /^(.{1,6})\1+$/.test(password) || inStep >= codes.length * 0.7
}

/** The letters of a password, as they stand, with digits read as the letters they look like, and the whole of it. */
function readings(password: string) {
  const plain = folded(password)
  const undisguised = plain.replace(/[^\p{L}]+$/u, '').replace(/[013457@$!]/g, (character) => disguises[character]!)
  return [lettersOf(plain), lettersOf(undisguised), plain]
}

/** Words of at least four letters: shorter ones stand in others by chance. */
function contextOf(texts: string[]) {
  return texts.flatMap((text) => folded(text).split(/[^\p{L}]+/u)).filter((word) => word.length >= 4)
}

function lettersOf(text: string) {
  return text.replace(/[^\p{L}]/gu, '')
}

function folded(text: string) {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
