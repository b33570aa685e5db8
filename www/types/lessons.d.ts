// Lessons as the build packs them into the single file.

/** The list that a page shows, and of each lesson by its name. */
interface Lessons {
  list: LessonEntry[];
  lessons: Record<string, LessonData>;
  /** Pages to print, as HTML. */
  worksheets: Record<string, string>;
}
