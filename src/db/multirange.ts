import { DataTypes } from 'sequelize'

/** Ranges of whole numbers, such as the seconds of a video that somebody has seen. Read and written in PostgreSQL's words: {[0,15)}. */
export class MULTIRANGE extends DataTypes.ABSTRACT {
  static override readonly key = 'MULTIRANGE'
  override readonly key = 'MULTIRANGE'

  override toSql() {
    return 'int4multirange'
  }
}
