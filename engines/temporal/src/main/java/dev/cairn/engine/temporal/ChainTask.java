package dev.cairn.engine.temporal;

import java.util.List;

/**
 * An activity: run an attempt, and what follows it as long as nothing else could start.
 *
 * @param flow the name of the flow
 * @param run the id of the run
 * @param task the task
 * @param attempt the number of the attempt
 * @param parents its parents
 * @param check whether tasks may have ended before
 * @param millis how long to go on
 */
record ChainTask(String flow, String run, String task, int attempt, List<String> parents, boolean check, int millis) {}
