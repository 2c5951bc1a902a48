import type { CourseSeed } from './course-seed.ts'

export const courses: CourseSeed[] = [
  {
    slug: 'norwegian-for-the-first-winter',
    title: 'Norwegian for the first winter',
    summary: 'What you need between the airport and spring: shops, doctors, neighbours, and the weather.',
    description:
      'You have moved, or you are about to. In Norway everybody will answer you in English, and that is the difficulty: nobody forces you to learn.\n\nThe course goes by situations and not by grammar, but the grammar is there, two paragraphs at a time, when a situation needs it. Each lesson has one conversation at a natural speed, once with subtitles and once without.\n\nI speak the dialect of Bergen, and in lesson six you hear four others, because you will.',
    outcomes: [
      'Follow a conversation in a shop and at the doctor’s',
      'Ask people to repeat without switching to English',
      'Use the verb in second place without thinking',
      'Recognise four dialects',
      'Write a short message to a landlord or a school',
    ],
    topic: 'languages',
    level: 'beginner',
    euros: 55,
    days: 230,
    lessons: {
      'Getting in': [
        {
          title: 'The first three minutes',
          seconds: 720,
          transcript:
            'Hei. Jeg heter Sara, og jeg har nettopp flyttet inn i andre etasje. Hei, Sara, så hyggelig. Hvor kommer du fra? Notice how short it is. Nobody asks how you are, and nobody expects you to ask. You say your name, you say which floor, and the weather does the rest.',
        },
        {
          title: 'The verb stands second',
          text: 'In a Norwegian sentence the verb is always the second thing. Not the second word: the second *thing*.\n\n- *Jeg **kommer** i morgen.* I come tomorrow.\n- *I morgen **kommer** jeg.* Tomorrow come I.\n\nIf anything else goes to the front, the subject moves behind the verb. English does this only in old songs, so your ear will protest for about two weeks.\n\nPractise with times: *i dag, i kveld, på mandag, om sommeren*. Begin ten sentences with one of them, aloud.',
        },
        { title: 'In the shop', seconds: 640 },
      ],
      'Staying warm': [
        { title: 'At the doctor’s', seconds: 900 },
        {
          title: 'Words for snow that people really use',
          text: 'You will not need forty. You need five.\n\n**Snø** is the stuff itself. **Slaps** is the brown mixture on the pavement in March. **Holke** is wet ice, the dangerous kind, and when the radio says it you put spikes under your shoes. **Kram snø** sticks and makes snowmen. **Puddersnø** is what your colleagues leave work early for.\n\n*Det blir glatt i dag*, it will be slippery today, is a complete and friendly conversation in a lift.',
        },
        { title: 'Four dialects, one sentence', seconds: 780 },
      ],
      Belonging: [
        { title: 'A message to the landlord', seconds: 520 },
        { title: 'Being invited, and what to bring', seconds: 600 },
      ],
    },
  },
  {
    slug: 'speaking-to-a-room',
    title: 'Speaking to a room without a script',
    summary: 'Prepare less, say less, and be understood. In English, for people who learnt it later.',
    description:
      'I interpreted in courtrooms for nineteen years. The people who were believed were not fluent. They knew their next sentence, and they stopped when it was over.\n\nThe course is in English for speakers of other languages. It has nothing about body language. You learn to carry a talk as five sentences in your head, to lose your thread and find it again, and to answer a question that you did not understand.\n\nRecord yourself on your phone. Nobody hears it but you.',
    outcomes: [
      'Carry a talk of ten minutes as five sentences',
      'Use a pause where others use “um”',
      'Find back into a talk after losing the thread',
      'Answer a question you did not understand',
    ],
    topic: 'languages',
    level: 'intermediate',
    euros: 40,
    days: 110,
    lessons: {
      'Before you stand up': [
        {
          title: 'Five sentences',
          text: 'Write your talk as five sentences. Whole ones, with a verb. Not “budget”, but “We spend more on heating than on people.”\n\nLearn these five by heart and nothing else. When you speak, say one, and then explain it as you would explain it to a colleague: with an example, in whatever words come. When the explanation is over, pause, and say the next one.\n\nYou cannot forget the talk any more, because you would have to forget a sentence of your own. And if the time is cut to three minutes, you already have the short version.',
        },
        { title: 'Preparing in a foreign language', seconds: 660 },
      ],
      'While you stand there': [
        { title: 'The pause', seconds: 420 },
        {
          title: 'Losing the thread',
          seconds: 540,
          transcript:
            'It happens to everyone, and the audience does not know your plan. So do not apologise. Say the sentence you said last, once more, slowly, as if it were important. By the time it is out, the next one is there. And if it is not, say: let me put it another way. Those six words have saved me in three languages.',
        },
        { title: 'Questions you did not understand', seconds: 600 },
      ],
    },
  },
]
