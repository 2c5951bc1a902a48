/** An id for the n-th row of its kind that sorts by its time, as ours do. */
export const id = (kind: string, number: string, at: string) => {
  const digest = `md5('${kind} ' || ${number})`
  const time = `lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0')`
  return `(${time} || '7' || substr(${digest}, 1, 3) || '8' || substr(${digest}, 5, 15))::uuid`
}

export const userId = id('user', 'n', 'since')

/** One of these texts, by a number. */
export const oneOf = (texts: string[], number: string) =>
  `(array['${texts.join("', '")}'])[1 + (${number}) % ${texts.length}]`

/** A number from nought up to, but not, this one: always the same for the same id, and unlike that of the next. */
export const chance = (of: string, id: string) => `(('x' || substr(md5(${id}::text), 3, 7))::bit(28)::int % ${of})`
