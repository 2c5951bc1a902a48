import type { Profile } from './profiles.ts'

/** Those who learn beside Maya: their name, the address before @example.org, and for how many days they have been here. */
const people: [string, string, number][] = [
  ['Aurélie Mercier', 'aurelie', 395],
  ['Bartosz Wilk', 'bartosz', 388],
  ['Carmen Iglesias', 'carmen', 372],
  ['David Okonjo', 'david', 360],
  ['Emil Sørensen', 'emil', 351],
  ['Fatima Zahra Alaoui', 'fatima', 344],
  ['Greta Lindholm', 'greta', 333],
  ['Hamid Karimi', 'hamid', 325],
  ['Isla MacLeod', 'isla', 318],
  ['Jelena Kovač', 'jelena', 305],
  ['Kasper Visser', 'kasper', 290],
  ['Lena Hartmann', 'lena', 281],
  ['Mateo Ruiz', 'mateo', 264],
  ['Nora Byrne', 'nora', 250],
  ['Olga Petrenko', 'olga', 238],
  ['Paul Girard', 'paul', 225],
  ['Quentin Lacroix', 'quentin', 210],
  ['Ruth Abrams', 'ruth', 196],
  ['Selma Haddad', 'selma', 181],
  ['Thomas Bauer', 'thomas', 170],
  ['Ulla Nieminen', 'ulla', 158],
  ['Vikram Shah', 'vikram', 143],
  ['Wiebke Janssen', 'wiebke', 121],
  ['Ximena Torres', 'ximena', 104],
  ['Yannick Dupont', 'yannick', 88],
  ['Zsófia Kiss', 'zsofia', 70],
]

export const learners: Profile[] = people.map(([name, local, days]) => ({
  ...{ name, email: `${local}@example.org`, days, role: 'mentee' },
}))
