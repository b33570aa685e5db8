// Lessons as the build packs them into the single file.

/** The list that a page shows, and each lesson by its name. */
interface Lessons {
  list: object[];
  lessons: Record<string, object>;
}
