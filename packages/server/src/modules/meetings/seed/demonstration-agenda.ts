import type { AgendaItemWording, MeetingWording } from '../domain/meeting-wording.ts';

const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

type Words = Omit<MeetingWording, 'startsAt' | 'endsAt'>;

export const NEXT: Words = {
  kind: 'REGULAR', title: both('Regular meeting of the committee', 'Reunión ordinaria del comité'),
  place: both('School library, 1st floor', 'Biblioteca de la escuela, primer piso'), onlineUrl: null, interpretation: ['es'], childcare: true,
};

export const ONE_AFTER: Words = { ...NEXT, title: both('Meeting on the needs assessment', 'Reunión sobre la evaluación de necesidades') };

interface SeedPaper { readonly item: number; readonly title: string; readonly name: string; readonly lines: readonly string[] }

/** What members and families are given to read, by the item's place in the agenda. */
export const PAPERS: readonly SeedPaper[] = [
  {
    item: 1, title: 'Fall reading check by grade / Prueba de lectura de otoño por grado', name: 'reading-check.csv',
    lines: ['grade / grado,English learners / aprendices de inglés,at or above grade level / en su nivel o más,reclassified since June / reclasificados desde junio', '6,64,23,12', '7,58,25,14', '8,61,31,17'],
  },
  {
    item: 2, title: 'What homework help would cost / Lo que costaría la ayuda con la tarea', name: 'homework-help.txt',
    lines: [
      'HOMEWORK HELP IN THE LIBRARY', '', 'Two afternoons a week, 3:00 to 4:30, October to May (60 afternoons).',
      'Bilingual aide, 90 hours at $28: $2,520', 'Snacks: $600', 'Paper and pencils: $180', 'Total: $3,300', '',
      'AYUDA CON LA TAREA EN LA BIBLIOTECA', '', 'Dos tardes por semana, de 3:00 a 4:30, de octubre a mayo (60 tardes).',
      'Asistente bilingüe, 90 horas a $28: $2,520', 'Meriendas: $600', 'Papel y lápices: $180', 'Total: $3,300',
    ],
  },
];

export const SITE = 'Board beside the front gate / Tablero junto a la entrada principal';

export const AGENDA: readonly AgendaItemWording[] = [
  {
    title: both('Minutes of the last meeting', 'Acta de la reunión anterior'),
    description: both('The committee reads the minutes of its last meeting, corrects them where needed, and approves them.',
      'El comité lee el acta de su última reunión, la corrige si hace falta y la aprueba.'),
    rationale: both('Families can hold the school to what was agreed for their children only if it is written down right.',
      'Las familias solo pueden pedir cuentas de lo acordado para sus hijos si quedó bien escrito.'),
    intent: 'ACTION', minutesPlanned: 5, presenter: null,
  },
  {
    title: both('How our English learners are doing', 'Cómo van nuestros aprendices de inglés'),
    description: both('Results of the fall reading check, by grade, and how many students were reclassified since the summer.',
      'Resultados de la prueba de lectura de otoño, por grado, y cuántos estudiantes fueron reclasificados desde el verano.'),
    rationale: [], intent: 'INFORMATION', minutesPlanned: 20, presenter: 'English learner coordinator',
  },
  {
    title: both('Homework help after school', 'Ayuda con la tarea después de clases'),
    description: both('Whether to recommend to the School Site Council two afternoons a week of homework help in the library, with a bilingual aide.',
      'Si se recomienda al Consejo Escolar ofrecer dos tardes por semana de ayuda con la tarea en la biblioteca, con un asistente bilingüe.'),
    rationale: both('Students who learn English finish less of their homework than others; help in their own language closes that gap.',
      'Los estudiantes que aprenden inglés terminan menos tareas que los demás; la ayuda en su propio idioma cierra esa diferencia.'),
    intent: 'ACTION', minutesPlanned: 30, presenter: null,
  },
  {
    title: both('Questions from families', 'Preguntas de las familias'),
    description: both('Anybody may speak about anything the committee advises on, in any language.',
      'Cualquier persona puede hablar de todo aquello en lo que el comité asesora, en cualquier idioma.'),
    rationale: [], intent: 'DISCUSSION', minutesPlanned: 20, presenter: null,
  },
];

export const LATER_AGENDA: readonly AgendaItemWording[] = [
  {
    title: both('What families need from the school', 'Lo que las familias necesitan de la escuela'),
    description: both('The committee goes through what families answered in the survey.', 'El comité repasa lo que las familias respondieron en la encuesta.'),
    rationale: [], intent: 'DISCUSSION', minutesPlanned: 45, presenter: null,
  },
];
