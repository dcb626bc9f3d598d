package dev.cairn.view.report;

import dev.cairn.client.Task;
import java.time.Duration;

/**
 * A task as a line of the table. Immutable.
 *
 * @param position what follows the name of its step in its id
 * @param start when its last attempt started, in microseconds after the run
 * @param took how long that took, in microseconds
 * @param state how it ended
 * @param attempts how many attempts it had
 * @param ordinal its number among the tasks of its step, in their order
 */
record Row(String position, long start, long took, State state, int attempts, long ordinal) {
    /** How a task ended. */
    enum State {
        SUCCEEDED('s'),
        CAUGHT('c'),
        FAILED('f'),
        REUSED('r'),
        REUSED_CAUGHT('k');

        private final char letter;

        State(char letter) {
            this.letter = letter;
        }

        /** As the page has it. */
        char letter() {
            return letter;
        }

        static State of(Task task) {
            boolean reused = task.origin().isPresent();
            if (task.successful()) {
                return reused ? REUSED : SUCCEEDED;
            } else if (task.caught()) {
                return reused ? REUSED_CAUGHT : CAUGHT;
            }
            return FAILED;
        }

        boolean isReused() {
            return this == REUSED || this == REUSED_CAUGHT;
        }
    }

    static Row of(Task task, Duration start, long ordinal) {
        return new Row(
                task.id().substring(task.step().length()),
                micros(start),
                micros(Duration.between(task.startedAt(), task.finishedAt())),
                State.of(task),
                task.attempt() + 1,
                ordinal);
    }

    /** Whether it failed, or needed more than one attempt. */
    boolean isTroubled() {
        return attempts > 1 || state != State.SUCCEEDED && state != State.REUSED;
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
