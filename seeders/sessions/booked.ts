/** Somebody books with somebody: so many days from now at the earliest; asked so many days ago. */
export type BookingSeed = {
  with: string
  by: string
  /** The third that a mentor offers is not called the same everywhere: it is the one that costs something. */
  title: 'A first look' | 'An hour on your work' | 'for money'
  in: number
  asked: number
  state: 'requested' | 'confirmed' | 'completed' | 'cancelled'
  message: string
}

const [look, hour, paid] = ['A first look', 'An hour on your work', 'for money'] as const

export const bookings: BookingSeed[] = [
  {
    ...{ with: 'tomas', by: 'maya', title: hour, in: -16, asked: 20, state: 'completed' },
    message: 'My first box is out of square by three millimetres, and I cannot find out where it begins.',
  },
  {
    ...{ with: 'tomas', by: 'maya', title: look, in: 4, asked: 2, state: 'confirmed' },
    message: 'I would like to choose a saw with you, before I buy the wrong one twice.',
  },
  {
    ...{ with: 'tomas', by: 'maya', title: paid, in: -20, asked: 26, state: 'completed' },
    message: 'I want to make three boxes for the ward before Christmas. In which order do I learn what they need?',
  },
  {
    ...{ with: 'ingrid', by: 'maya', title: paid, in: 12, asked: 3, state: 'confirmed' },
    message: 'Please listen to how I begin a talk. I know only that people look at their phones.',
  },
  {
    ...{ with: 'ingrid', by: 'maya', title: hour, in: 6, asked: 0.4, state: 'requested' },
    message: 'I have to explain a rota to forty colleagues in January, and my voice leaves me after a minute.',
  },
  {
    ...{ with: 'arjun', by: 'maya', title: look, in: 9, asked: 1, state: 'confirmed' },
    message: 'How many shifts do I have to count before an average means anything?',
  },
  {
    ...{ with: 'joseph', by: 'maya', title: look, in: 3, asked: 5, state: 'cancelled' },
    message: 'A question about dates in spreadsheets, which I have answered by myself by now.',
  },
  {
    ...{ with: 'tomas', by: 'chiamaka', title: hour, in: 5, asked: 0.5, state: 'requested' },
    message: 'The drawer of my bench sticks in damp weather. I can show it from all sides.',
  },
  {
    ...{ with: 'tomas', by: 'luis', title: look, in: 8, asked: 1, state: 'confirmed' },
    message: 'How sharp is sharp? I have a phone that films closely.',
  },
  {
    ...{ with: 'tomas', by: 'luis', title: look, in: -5, asked: 9, state: 'completed' },
    message: 'I would like to know whether my chisels are worth their oil.',
  },
]
