package dev.cairn.datastore.file;

import java.nio.file.Path;

/** A change of files, as {@link Disk} makes it. */
sealed interface Operation {
    /** The file or directory that it is about. */
    Path path();

    /** Whether it writes, where a disk that is full would say so. */
    default boolean needsRoom() {
        return this instanceof Write || this instanceof Change;
    }

    record CreateDirectory(Path path) implements Operation {}

    record CreateFile(Path path) implements Operation {}

    record Write(Path path, long position, byte[] bytes) implements Operation {
        @Override
        public String toString() {
            return "Write[path=" + path + ", position=" + position + ", " + bytes.length + " bytes]";
        }
    }

    record Force(Path path) implements Operation {}

    record Move(Path path, Path to) implements Operation {}

    record Delete(Path path) implements Operation {}

    record ForceNames(Path path) implements Operation {}

    record Change(Path path, Session session) implements Operation {
        @Override
        public String toString() {
            return "Change[path=" + path + "]";
        }
    }
}
