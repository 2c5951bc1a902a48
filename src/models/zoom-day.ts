import { type CreationOptional, DataTypes } from 'sequelize'
import { v7 } from 'uuid'
import { key, plain } from '../privacy/columns.ts'
import { table } from '../privacy/table.ts'
import { Row } from './row.ts'

/** How often a host of ours made or changed a meeting on a day of Zoom's clock, which is UTC. The database stops at 90. */
export class ZoomDay extends Row<ZoomDay> {
  declare id: CreationOptional<string>
  declare host: string
  declare day: string
  declare calls: number

  /** One more of the day's calls. The database refuses the 91st (zoom_days_most). */
  static spend(host: string, day: string) {
    return ZoomDay.sequelize!.query(
      `insert into zoom_days (id, host, day, calls) values ($id, $host, $day, 1)
       on conflict (host, day) do update set calls = zoom_days.calls + 1`,
      { bind: { id: v7(), host, day } },
    )
  }
}

table(ZoomDay, 'zoom_days', {
  purpose: 'To stay below the number of meetings that Zoom allows a host on a day',
  retention: { keep: '2 days', from: 'day', because: 'Zoom counts anew every day' },
  columns: {
    id: plain(DataTypes.UUID, key),
    host: plain(DataTypes.TEXT),
    day: plain(DataTypes.DATEONLY),
    calls: plain(DataTypes.INTEGER),
  },
})
