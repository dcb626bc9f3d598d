package dev.cairn.engine.temporal;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.runtime.ReadOnlyValueException;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Objects that tasks of a worker shared were changed by a step whose code only reads them, as far as that was seen. It stands in the place of
 * the task that failed, as {@code !} and the names of the artifacts: no single task can be blamed, and the run fails.
 */
final class SharedChange {
    private static final String MARK = "!";
    private static final int MOST_NAMES = 10;

    private SharedChange() {}

    static String write(List<ArtifactDefinition> changed) {
        return MARK
                + changed.stream()
                        .map(ArtifactDefinition::name)
                        .limit(MOST_NAMES)
                        .collect(Collectors.joining(","));
    }

    static boolean is(String text) {
        return text.startsWith(MARK);
    }

    /** Why the run failed. */
    static FailureRecord failure(FlowDefinition<?> flow, String text) {
        ReadOnlyValueException failure = ReadOnlyValueException.changedWhileShared(
                Stream.of(text.substring(MARK.length()).split(","))
                        .map(flow::artifact)
                        .toList());
        return new FailureRecord(
                failure.getClass().getName(), String.valueOf(failure.getMessage()), failure.toString());
    }
}
