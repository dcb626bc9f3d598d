package dev.cairn.client;

import dev.cairn.codec.Tree;
import dev.cairn.datastore.ForkRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.ForeachFrame;
import dev.cairn.runtime.definition.Transition.Foreach;
import dev.cairn.runtime.graph.FlowStructure;
import dev.cairn.runtime.values.ArtifactLoader;
import dev.cairn.runtime.values.ItemIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where stored tasks stand in the foreaches around them, and the elements of these. */
final class ForeachStacks {
    private final Run run;
    private final ArtifactLoader loader;

    ForeachStacks(Run run) {
        this.run = run;
        this.loader = run.reader().loader();
    }

    /** The foreaches around a task, outermost first. */
    List<ForeachFrame> of(TaskId task) {
        FlowStructure structure = run.structure();
        return IntStream.range(0, structure.foreachesAround(task.step()).size())
                .mapToObj(level -> frame(structure.foreachTask(task, level), structure.index(task, level)))
                .toList();
    }

    /** The elements of the foreaches around a task, outermost first, without any class of the user's. */
    List<Tree> items(TaskId task) {
        FlowStructure structure = run.structure();
        return IntStream.range(0, structure.foreachesAround(task.step()).size())
                .mapToObj(level -> item(fork(structure.foreachTask(task, level)), structure.index(task, level)))
                .toList();
    }

    private Tree item(ForkRecord fork, int position) {
        ItemIndex index = index(fork);
        return index.isRange() ? Tree.of(position) : loader.itemTree(index, position);
    }

    private ForkRecord fork(TaskId opener) {
        return run.find(opener)
                .flatMap(Task::fork)
                .orElseThrow(() -> new NoSuchTaskException(opener.toString(), run.pathspec()));
    }

    /** All elements of a fork as text, one after the other. */
    Stream<String> elements(String step, ForkRecord fork) {
        ItemIndex index = index(fork);
        return IntStream.range(0, fork.count()).mapToObj(position -> String.valueOf(element(step, index, position)));
    }

    private ForeachFrame frame(TaskId opener, int position) {
        ForkRecord fork = fork(opener);
        return new ForeachFrame(fork.artifact(), position, fork.count(), element(opener.step(), index(fork), position));
    }

    private ItemIndex index(ForkRecord fork) {
        return run.reader().itemIndexes().get(fork.items());
    }

    private @Nullable Object element(String step, ItemIndex index, int position) {
        if (index.isRange()) {
            return position;
        }
        Optional<Foreach> foreach = foreach(step);
        return foreach.isPresent()
                ? loader.item(index, position, foreach.get().items().codec())
                : loader.itemTree(index, position);
    }

    private Optional<Foreach> foreach(String step) {
        return run.reader()
                .definition(run.flow())
                .flatMap(definition -> definition.findStep(step))
                .map(definition -> definition.transition())
                .filter(Foreach.class::isInstance)
                .map(Foreach.class::cast);
    }
}
