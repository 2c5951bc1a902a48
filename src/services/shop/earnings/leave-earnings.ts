import { config } from '../../../config.ts'
import { money } from '../../../lib/money.ts'
import { sql } from '../../../lib/sql.ts'
import type { User } from '../../../models/index.ts'
import { shares } from './shares.ts'

/**
 * Notes with each line of which a leaver is still owed something, or may be, where it is paid, if Stripe can pay them: it
 * is sent when its time has come, and forgotten then. Part of an erasure, in its transaction, after their sessions were ended.
 */
export async function leaveEarnings({ id }: User) {
  await sql(
    `update order_items i set payout_account = s.account
     from (${shares} where i.seller_id = $id) s where s.id = i.id and (s.share > s.sent or s.held)`,
    { id },
  )
}

/** What somebody who thinks of leaving has earned and not got, in words; nothing where that is nothing. */
export async function owedInWords({ id }: User): Promise<string[]> {
  if (!config.stripe.payouts) return []
  const { rows } = await sql<{ currency: string; owed: number; isPayable: boolean }>(
    `select currency, sum(share - sent)::int as owed, bool_and(account is not null) as "isPayable"
     from (${shares} where i.seller_id = $id) s where share > sent group by currency order by currency`,
    { id },
  )
  return rows.map(({ currency, owed, isPayable }) =>
    isPayable
      ? `You have earned ${money(owed, currency)} that has not been sent. It is sent when its time has come, though you have left.`
      : `You have earned ${money(owed, currency)} that cannot be sent. Please say under Earnings where you are paid before that day.`,
  )
}
