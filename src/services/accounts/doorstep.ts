import { placeOf } from '../../lib/client.ts'
import { sql } from '../../lib/sql.ts'

/**
 * Under which name guesses at a password are counted. A network that the owner has signed in from counts by itself, so
 * that nobody can shut them out by guessing wrong from elsewhere. It is asked in the same way for an unknown address.
 */
export async function doorstepOf(email: string, ip: string) {
  const place = placeOf(ip)
  const { count } = await sql(
    `select 1 from users join sign_ins on sign_ins.user_id = users.id
     where email = $email and place = $place and outcome = 'signed in' limit 1`,
    { email, place },
  )
  return count ? `${email} from ${place}` : email
}
