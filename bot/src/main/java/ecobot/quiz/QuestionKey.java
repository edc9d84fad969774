package ecobot.quiz;

/**
 * Which question is meant.
 *
 * @param materialId the material's number
 * @param number 1, 2, 3 within it
 */
record QuestionKey(long materialId, int number) {}
