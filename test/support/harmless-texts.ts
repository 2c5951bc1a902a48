/** The same digits every time. */
function digitsFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return (count: number) => Array.from({ length: count }, () => Math.floor(next() * 10)).join('')
}

/** What people write who have no card to tell: each kind as often as the next, and each number by chance. */
export function harmlessTexts(count: number) {
  const d = digitsFrom(34)
  const kinds = [
    () => `Call me: +49 1${d(2)} ${d(8)}`,
    () => `Call me: 0049 1${d(2)} ${d(4)} ${d(4)}, or 0${d(3)}/${d(7)}`,
    () => `My number is (${d(3)}) ${d(3)}-${d(4)}, the other one ${d(3)}.${d(3)}.${d(4)}`,
    () => `It is the book with ISBN 978-${d(1)}-${d(2)}-${d(6)}-${d(1)}`,
    () => `ISBN 979${d(10)}, page ${d(3)}`,
    () => `Please pay to DE${d(2)} ${d(4)} ${d(4)} ${d(4)} ${d(4)} ${d(2)}`,
    () => `My account is NL${d(2)}INGB${d(10)}, or FR${d(25)}`,
    () => `Order OR-${d(4)}ABCD, invoice R2026-${d(6)}, credit note C2026-${d(6)}`,
    () =>
      `From 2026-0${1 + (Number(d(1)) % 9)}-1${d(1)} to 2026-11-2${d(1)}, and again 2${d(1)}.1${d(1)}.2026 1${d(1)}:3${d(1)}`,
    () => `It froze at 17${d(11)} and again at 2026-11-2${d(1)}T1${d(1)}:${d(2)}:${d(2)}.${d(3)}Z`,
    () => `The parcel is 003404${d(14)}, sent on the 2${d(1)}th`,
    () => `12${d(1)} mm, 3${d(1)}.5 mm, 18${d(1)} mm, 4.${d(2)}, 1${d(2)} and 9`,
    () => `At 52.${d(6)}, 13.${d(6)}, from 10.${d(2)}.${d(2)}.${d(1)}`,
    () => `https://example.org/watch?id=${d(8)}&t=${d(3)} in build ${d(9)}`,
    () => `The tool has EAN 40${d(11)}, batch ${d(6)}`,
    () => `VAT id DE${d(9)}, tax number ${d(2)}/${d(3)}/${d(5)}, case ${d(2)} O ${d(3)}/26`,
  ]
  return Array.from({ length: count }, (_, place) => kinds[place % kinds.length]!())
}
