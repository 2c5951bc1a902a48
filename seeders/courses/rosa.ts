import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'spanish-in-the-kitchen',
    title: 'Spanish in the kitchen',
    summary: 'Cook five dishes in Spanish, from the first word to the last plate.',
    description:
      'Instructions are the kindest way into a language: short, in order, and you see at once whether you understood. Burnt onions are clear feedback.\n\nEach lesson is a dish from my mother’s kitchen in Murcia, told slowly. First you only do what I say. The second time you say it with me. At the end you write a recipe of your own, with the twenty verbs that you know by then.\n\nNo Spanish needed. A pan is.',
    outcomes: [
      'Follow a recipe read aloud in Spanish',
      'Name what is in your kitchen and what you do with it',
      'Give instructions politely and among friends',
      'Shop at a market stall and ask for a little more',
      'Write a recipe of ten lines',
    ],
    topic: 'languages',
    level: 'beginner',
    euros: 0,
    days: 75,
    lessons: {
      'Tortilla de patatas': [
        {
          title: 'Pela, corta, fríe',
          seconds: 840,
          transcript:
            'Vamos a hacer una tortilla. Pela tres patatas. Así. Pela. Ahora corta las patatas, finas, muy finas. Corta. Y ahora fríe las patatas en aceite, despacio, sin prisa. Did you see it? Three words, pela, corta, fríe, and you have done half of the dish. They are all orders, and nobody in a kitchen finds that rude.',
        },
        {
          title: 'Orders among friends',
          text: 'To tell a friend to do something, take the form for *he* or *she*:\n\n- *ella corta*, she cuts; **corta**, cut!\n- *ella bate*, she beats; **bate**, beat!\n\nThat covers most verbs. A few short ones go their own way, and you hear them every day: **pon** (put), **haz** (make), **ven** (come), **ten** (here, take it), **di** (say).\n\nWith somebody you do not know, you would say *corte* and *ponga*. In a kitchen there is nobody you do not know.',
        },
        { title: 'Turning it over', seconds: 380 },
      ],
      'Gazpacho, and the market': [
        { title: 'A kilo, and a little more', seconds: 620 },
        { title: 'Gazpacho', seconds: 700 },
        {
          title: 'Twenty verbs',
          file: 'twenty-verbs.txt',
          holds:
            'Veinte verbos de cocina\n\npelar to peel · cortar to cut · picar to chop\nfreír to fry · cocer to boil · asar to roast\nbatir to beat · mezclar to mix · añadir to add\nprobar to taste · salar to salt · servir to serve\ncalentar to heat · enfriar to cool · tapar to cover\nechar to put in · sacar to take out · lavar to wash\nesperar to wait · comer to eat\n',
          below: 'Stick it on the fridge. Say each one aloud when you do it, even alone. Above all alone.',
        },
        {
          title: 'Your own recipe',
          text: 'Write down a dish that you can make without thinking. Ten lines, each with one verb in the friendly order form. Use *primero*, *luego*, *después* and *al final* to say what comes when.\n\nThen read it to somebody and let them do exactly what you say. Where they hesitate, a word is missing.',
        },
      ],
    },
  },
]
