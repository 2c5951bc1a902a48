import { type InferAttributes, type InferCreationAttributes, Model } from 'sequelize'

/** A model whose attributes are what its class declares. */
export abstract class Row<M extends Model> extends Model<InferAttributes<M>, InferCreationAttributes<M>> {}
