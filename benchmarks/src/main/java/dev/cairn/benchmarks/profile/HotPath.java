package dev.cairn.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Something that is profiled.
 *
 * @param name on the command line
 * @param title what is done, and how much of it
 * @param work does it
 */
record HotPath(String name, String title, Work work) {
    /** What is recorded. */
    interface Work {
        /**
         * Runs processes that are recorded.
         *
         * @param directory where they may write
         * @param quick whether less of it is enough
         */
        void run(Recording recording, Path directory, boolean quick) throws IOException;
    }
}
