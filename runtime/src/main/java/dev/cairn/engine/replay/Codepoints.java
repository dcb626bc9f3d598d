package dev.cairn.engine.replay;

import dev.cairn.datastore.FileRecord;
import java.util.Arrays;
import java.util.Comparator;

/** The order of keys. */
final class Codepoints {
    static final Comparator<String> ORDER = (left, right) ->
            Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());

    static final Comparator<FileRecord> OF_FILES = Comparator.comparing(FileRecord::key, ORDER);

    private Codepoints() {}
}
