package dev.cairn.client;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.values.ArtifactLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cairn's own artifacts of a task, under the names of Metaflow. Nothing of them is stored: they follow from the record of the
 * task.
 */
final class InternalArtifacts {
    /** The names, apart from {@code _graph_info}, which is stored with the run. */
    static final Set<String> NAMES = Set.of(
            "name",
            "_current_step",
            "_task_ok",
            "_success",
            "_exception",
            "_catch_exception",
            "_transition",
            "_foreach_var",
            "_foreach_num_splits",
            "_foreach_values",
            "_foreach_stack",
            "_iteration_stack");

    /** The longest text of an element in {@code _foreach_values} and {@code _foreach_stack}. */
    private static final int LONGEST_ELEMENT = 30;

    private final Task task;
    private final TaskRecord record;

    InternalArtifacts(Task task) {
        this.task = task;
        this.record = task.record();
    }

    /** A stored value of Cairn's own. */
    static @Nullable Object value(ArtifactLoader loader, ArtifactRef ref) {
        return loader.value(ref, Codecs.any());
    }

    /** The value of one of {@link #NAMES}. */
    @Nullable
    Object value(String name) {
        ForkRecord fork = record.fork();
        return switch (name) {
            case "name" -> task.run().flow();
            case "_current_step" -> task.step();
            case "_task_ok" -> task.finished();
            case "_success" -> task.successful();
            case "_exception" -> exception();
            case "_catch_exception" -> task.caught() ? exception() : null;
            case "_transition" -> transition(fork);
            case "_foreach_var" -> fork == null ? null : fork.artifact();
            case "_foreach_num_splits" -> fork == null ? null : fork.count();
            case "_foreach_values" -> fork == null ? null : elements(fork);
            case "_foreach_stack" -> stack();
            case "_iteration_stack" ->
                new ArrayList<>(record.task().iterations().boxed().toList());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The steps that follow, and the artifact of the foreach if there is one; null at the end. */
    private @Nullable Object transition(@Nullable ForkRecord fork) {
        return record.next().isEmpty()
                ? null
                : new ArrayList<@Nullable Object>(
                        Arrays.asList(new ArrayList<>(record.next()), fork == null ? null : fork.artifact()));
    }

    private @Nullable Map<String, Object> exception() {
        FailureRecord failure = record.failure();
        if (failure == null) {
            return null;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", failure.type());
        map.put("exception", failure.message());
        map.put("stacktrace", failure.stackTrace());
        return map;
    }

    private List<Object> elements(ForkRecord fork) {
        return new ArrayList<>(new ForeachStacks(task.run())
                .elements(task.step(), fork)
                .map(InternalArtifacts::shortened)
                .toList());
    }

    private List<Object> stack() {
        List<Object> frames = new ArrayList<>();
        for (ForeachFrame frame : task.foreachStack()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("step", task.step());
            map.put("var", frame.artifact());
            map.put("num_splits", frame.count());
            map.put("index", frame.index());
            map.put("value", shortened(String.valueOf(frame.value())));
            frames.add(map);
        }
        return frames;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ELEMENT ? text : text.substring(0, LONGEST_ELEMENT);
    }
}
