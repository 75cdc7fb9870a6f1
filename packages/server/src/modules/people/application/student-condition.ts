/**
 * A condition: the person is a student of the environment, or was one of the school. `person` is a column, `environment` a
 * column or one parameter. Who left, or went on to another environment, has lost the membership and is a minor all the same:
 * their grade stays, and so do the people who answer for them.
 */
export const isStudent = (person: string, environment: string): string =>
  `(exists (select from membership ms where ms.person_id = ${person} and ms.environment_id = ${environment} and ms.constituency = 'STUDENT')
    or exists (select from person ps where ps.id = ${person} and ps.grade is not null)
    or exists (select from guardianship gs where gs.student_id = ${person}))`;
