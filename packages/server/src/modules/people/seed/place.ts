/** The demonstration's school and environment; invented. */
export const SCHOOL = 'Mariposa Middle School';

export const ENVIRONMENT = {
  name: 'Puentes Learning Environment',
  slug: 'puentes',
  timeZone: 'America/Los_Angeles',
  requiredLocales: ['en', 'es'],
  vision: {
    en: 'Puentes means bridges. We are students, families, teachers, staff and neighbors who answer together for the learning of every '
      + 'student. Each student is known well by a group of adults who teach and stand up for them from sixth to eighth grade. We read, build, '
      + 'measure and argue our way through real questions of our neighborhood, in the languages we bring from home, and every one of us '
      + 'leaves ready for high school and the college courses after it. What we decide, we decide in the open: those it touches have a '
      + 'voice, the reasons are written down, and we look back to see whether students learned more for it.',
    es: 'Puentes somos estudiantes, familias, maestras y maestros, personal y vecinos que respondemos juntos por el aprendizaje de cada '
      + 'estudiante. A cada estudiante lo conoce bien un grupo de adultos que le enseña y lo defiende desde sexto hasta octavo grado. '
      + 'Leemos, construimos, medimos y debatimos preguntas reales de nuestro barrio, en los idiomas que traemos de casa, y todos salimos '
      + 'preparados para la preparatoria y para los cursos que llevan a la universidad. Lo que decidimos, lo decidimos a la vista de todos: '
      + 'quienes se ven afectados tienen voz, las razones quedan por escrito y después revisamos si los estudiantes aprendieron más.',
  },
} as const;
