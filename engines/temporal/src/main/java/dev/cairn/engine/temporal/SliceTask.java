package dev.cairn.engine.temporal;

/**
 * An activity: bring some elements of a foreach to their join.
 *
 * @param flow the name of the flow
 * @param run the id of the run
 * @param opener the task that opened the foreach
 * @param from the first element
 * @param to the element after the last
 * @param check whether tasks may have ended before
 * @param millis how long to go on; at least one element is begun
 */
record SliceTask(String flow, String run, String opener, int from, int to, boolean check, int millis) {}
