package dev.cairn.engine.task;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Transition;
import dev.cairn.runtime.graph.FlowGraph.GraphStep;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.ItemIndex;
import dev.cairn.runtime.values.ItemIndexes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where tasks stand in the foreaches around them, and their elements. Thread-safe. */
final class Forks {
    private final FlowDefinition<?> definition;
    private final ArtifactLoader loader;
    private final FlowStructure structure;
    private final FinishedTasks finishedTasks;
    private final ItemIndexes indexes;

    Forks(FlowDefinition<?> definition, ArtifactLoader loader, FlowStructure structure, FinishedTasks finishedTasks) {
        this.definition = definition;
        this.loader = loader;
        this.structure = structure;
        this.finishedTasks = finishedTasks;
        this.indexes = new ItemIndexes(loader);
    }

    void add(Address address, ItemIndex index) {
        indexes.add(address, index);
    }

    /** The level, from 0 for the outermost, of the innermost foreach over {@code artifact} around {@code task}. */
    int level(TaskId task, String artifact) {
        List<GraphStep> foreaches = structure.foreachesAround(task.step());
        for (int level = foreaches.size() - 1; level >= 0; level--) {
            if (artifact.equals(foreaches.get(level).foreachArtifact())) {
                return level;
            }
        }
        throw new IllegalArgumentException("task " + task + " is not inside a foreach over `" + artifact + "`");
    }

    int index(TaskId task, String artifact) {
        return structure.index(task, level(task, artifact));
    }

    /** The current element, in an instance of the caller's own. */
    @Nullable
    Object item(TaskId task, String artifact) {
        return item(task, level(task, artifact));
    }

    /** The current elements of the foreaches around a task, outermost first, as they are stored; a number as its text. */
    List<byte[]> encodedItems(TaskId task) {
        return IntStream.range(0, structure.foreachesAround(task.step()).size())
                .mapToObj(level -> encodedItem(task, level))
                .toList();
    }

    private byte[] encodedItem(TaskId task, int level) {
        int position = structure.index(task, level);
        ItemIndex index = indexes.get(fork(task, level).items());
        return index.isRange()
                ? Integer.toString(position).getBytes(StandardCharsets.US_ASCII)
                : index.encoded(position);
    }

    /** The foreaches around a task, outermost first. */
    List<ForeachFrame> frames(TaskId task) {
        List<GraphStep> foreaches = structure.foreachesAround(task.step());
        return IntStream.range(0, foreaches.size())
                .mapToObj(level -> frame(task, level, foreaches.get(level)))
                .toList();
    }

    private ForeachFrame frame(TaskId task, int level, GraphStep step) {
        return new ForeachFrame(
                foreach(step).artifact(),
                structure.index(task, level),
                fork(task, level).count(),
                item(task, level));
    }

    private @Nullable Object item(TaskId task, int level) {
        Items items = foreach(structure.foreachesAround(task.step()).get(level)).items();
        int position = structure.index(task, level);
        ItemIndex index = indexes.get(fork(task, level).items());
        return index.isRange() ? (Object) position : loader.item(index, position, items.codec());
    }

    private ForkRecord fork(TaskId task, int level) {
        TaskRecord split = finishedTasks.get(structure.foreachTask(task, level));
        ForkRecord fork = split.fork();
        if (fork == null) {
            throw new IllegalStateException("task " + split.task() + " did not fan out");
        }
        return fork;
    }

    private Transition.Foreach foreach(GraphStep step) {
        return (Transition.Foreach) definition.step(step.name()).transition();
    }
}
