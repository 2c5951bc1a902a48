import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'a-garden-on-paper',
    title: 'A garden on paper',
    summary: 'Soil, light and four seasons in one drawn plan, before you buy a single plant.',
    description:
      'Every garden centre sells you June. A plan is how you get the other eleven months.\n\nWe measure a small garden of about eighty square metres with a tape and a broom handle, note where the light falls in spring and in autumn, dig three holes to see the soil, and draw it all at 1:50. Then come paths, then trees, then everything else. Plants are the last lesson on purpose.\n\nYou may use a balcony. The scale changes, the order does not.',
    outcomes: [
      'Measure a garden alone, with a tape and two sticks',
      'Draw a plan to scale that somebody else can build from',
      'Map sun and shade over a year from two afternoons',
      'Tell clay, loam and sand apart by hand',
      'Plan planting so that something is worth seeing in February',
    ],
    topic: 'design',
    level: 'beginner',
    euros: 48,
    days: 260,
    lessons: {
      'What is there': [
        {
          title: 'Measuring alone',
          seconds: 900,
          transcript:
            'You need two fixed points that you can see from everywhere. The corners of the house are good. Measure from both of them to the thing, the tree for example, and write down two numbers. On paper you draw two circles with a compass, and where they cross, there stands the tree. That is called triangulation, and it works even if nothing in your garden has a right angle. Nothing has.',
        },
        {
          title: 'Three holes',
          text: 'Dig three holes as deep as a spade: one where it is wet after rain, one where nothing grows well, one in the middle.\n\nTake a handful, wet it, and roll it between your hands. If it will not hold together, it is sand: water and food run through it. If you can roll it as thin as a pencil and bend it into a ring, it is clay: rich, cold in spring, like stone in August. In between lies loam, and you are lucky.\n\nThen fill a hole with water and wait. Gone in an hour: you can plant almost anything. Still there tomorrow: choose plants that like wet feet, or raise the bed. Do not fight it. You would have to fight every year.',
        },
        { title: 'Where the light falls', seconds: 780 },
      ],
      'The plan': [
        { title: 'Paths before plants', seconds: 840 },
        { title: 'Trees and the next twenty years', seconds: 1020 },
        {
          title: 'Planting from back to front of the year',
          text: 'Begin with February. What do you see from the kitchen window? A witch hazel, or snowdrops under a bare shrub. One thing is enough if it stands where you look.\n\nThen autumn, which is long: grasses, asters, one tree that colours. Then spring, which needs bulbs, and they cost little room because they vanish. Summer looks after itself.\n\nTake few kinds and many of each. Seven of one plant are a shape, seven different ones are a collection.',
        },
        {
          title: 'A sheet at 1:50',
          file: 'plan-sheet.pdf',
          holds:
            'Plan sheet, 1:50\n2 cm on paper are 1 m in the garden.\nNorth is at the top. Draw the arrow first.\nHouse and walls: thick line. Paths: thin line. Trees: circle at full width, with the year in which they reach it.\nWrite beside each bed: sun in April, sun in September, soil.',
          below: 'Print it on A3 if you can. On A4 the scale becomes 1:70.',
        },
      ],
    },
  },
]
