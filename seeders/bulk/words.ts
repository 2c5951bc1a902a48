export const firstNames = [
  ...['Aino', 'Amara', 'Anselm', 'Basma', 'Beatriz', 'Bruno', 'Carys', 'Cosmin', 'Dagny', 'Dario', 'Edda', 'Elif'],
  ...['Emeka', 'Fabian', 'Freya', 'Gaia', 'Goran', 'Hanna', 'Hugo', 'Ines', 'Ivo', 'Jana', 'Joris', 'Kaisa', 'Kofi'],
  ...['Lara', 'Leon', 'Lucia', 'Mads', 'Malik', 'Mira', 'Nadia', 'Nils', 'Odile', 'Oskar', 'Paula', 'Pim', 'Rania'],
  ...['Ravi', 'Rosa', 'Saskia', 'Selim', 'Tariq', 'Tilda', 'Una', 'Vera', 'Viktor', 'Wanda', 'Yara', 'Zoltan'],
]

export const lastNames = [
  ...['Abel', 'Adeyemi', 'Almeida', 'Bakker', 'Barros', 'Bello', 'Berg', 'Bianchi', 'Blom', 'Castro', 'Conti'],
  ...['Dahl', 'Diallo', 'Dubois', 'Eriksen', 'Farkas', 'Fischer', 'Garcia', 'Haas', 'Holm', 'Horvat', 'Ivanov'],
  ...['Jansen', 'Kaya', 'Keller', 'Kovacs', 'Lang', 'Lindgren', 'Lopez', 'Maier', 'Marek', 'Mensah', 'Moretti'],
  ...['Novak', 'Nyberg', 'Okafor', 'Olsen', 'Peeters', 'Petrov', 'Popescu', 'Quinn', 'Ricci', 'Rossi', 'Sato'],
  ...['Silva', 'Smit', 'Toth', 'Varga', 'Vos', 'Weiss', 'Wolf', 'Yilmaz', 'Zeman'],
]
