/** Students of a personalized learning environment, from and to (seven attributes, 4). */
export const FEWEST_STUDENTS = 150;
export const MOST_STUDENTS = 500;

export const isOutsideSize = (students: number): boolean => students < FEWEST_STUDENTS || students > MOST_STUDENTS;

/** Groups smaller than this are not published (rule 30; California Dashboard display rule). */
export const SMALLEST_PUBLISHED = 11;
