package dev.cairn.datastore.support;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;

/**
 * The key of an attempt as a row has it, by which the attempt is named where the row is damaged. Immutable, but for the array, which is not
 * copied.
 *
 * @param run the run
 * @param step the name of the step
 * @param position the {@link PositionKey}
 * @param attempt the number of the attempt, from 0
 */
public record AttemptRow(RunId run, String step, byte[] position, int attempt) {
    /**
     * Reads what else is in the row.
     *
     * @param <T> what is made of it
     * @param <E> what reading may throw besides
     */
    @FunctionalInterface
    public interface Reading<T, E extends Exception> {
        /**
         * {@return what the row holds}
         *
         * @throws E if the row cannot be read
         */
        T read() throws E;
    }

    /**
     * {@return the task}
     *
     * @throws RuntimeException if the position is not what was written
     */
    public TaskId task() {
        return PositionKey.decode(step, position);
    }

    /**
     * Makes sure that the second checksum of the row is the computed one.
     *
     * @param agrees whether it is
     * @throws DamagedRecordException if it is not
     */
    public static void requireOwnKey(boolean agrees) {
        if (!agrees) {
            throw new DamagedRecordException("its key is not the one that it was written with");
        }
    }

    /**
     * Reads what else is in the row.
     *
     * @param <T> what is made of it
     * @param <E> what reading may throw besides
     * @param reading reads it; whatever else it throws comes from what is not as it was written
     * @return what was read
     * @throws DamagedRecordException that names the attempt, if the row is not what was written
     * @throws E if the row cannot be read
     */
    public <T, E extends Exception> T read(Reading<T, E> reading) throws E {
        try {
            return reading.read();
        } catch (DamagedRecordException e) {
            throw damaged(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw damaged("it is not what was written");
        }
    }

    private DamagedRecordException damaged(String how) {
        String task;
        try {
            task = task().toString();
        } catch (RuntimeException e) {
            task = "of step " + step;
        }
        return new DamagedRecordException(
                "the record of attempt " + attempt + " of task " + task + " of run " + run + " is damaged: " + how);
    }
}
