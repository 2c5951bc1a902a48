import { hasCardNumber } from './card-numbers.ts'

const LONGEST = 80

/** Control characters, what turns the direction of writing around, and what some system or other minds in a name. */
const unwelcome = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}"*:<>?|]/gu

/** The name somebody gave a file, without path and tricks, ending in what the file really is; nor with a card number in it (P34). */
export function cleanFileName(given: string, extension: string) {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!
  const bare = last.replace(unwelcome, '').replace(/\.[^.]{0,10}$/, '')
  const stem = [...bare]
    .slice(0, LONGEST)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${stem && !hasCardNumber(stem) ? stem : 'file'}.${extension}`
}
