package dev.cairn.engine.values;

import dev.cairn.runtime.internal.ByteSize;
import java.util.function.Consumer;

/**
 * Says a word where an artifact is very large: whoever reads it has to hold all of it.
 *
 * @param limit the number of bytes above which it speaks
 * @param log where it speaks
 */
public record LargeArtifacts(long limit, Consumer<String> log) {
    public void stored(String artifact, long size) {
        if (size > limit) {
            log.accept("artifact `" + artifact + "` has " + ByteSize.text(size)
                    + ". To read and write it in parts, store it as a file of the run: task.files()");
        }
    }
}
