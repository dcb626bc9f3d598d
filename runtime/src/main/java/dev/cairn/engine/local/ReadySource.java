package dev.cairn.engine.local;

import dev.cairn.datastore.TaskId;
import dev.cairn.runtime.FlowStructure;
import dev.cairn.runtime.StepDefinition;
import java.util.List;

/** One ready task, or all those of a foreach, which are made one by one. Guarded by the lock of {@link LocalRun}. */
abstract sealed class ReadySource {
    private final StepDefinition step;

    private ReadySource(StepDefinition step) {
        this.step = step;
    }

    /** The step of all its tasks. */
    final StepDefinition step() {
        return step;
    }

    /** How many tasks are left. */
    abstract int left();

    /** Takes the next task. */
    abstract ReadyTask take();

    /** One task. */
    static final class Single extends ReadySource {
        private final ReadyTask task;
        private boolean taken;

        Single(ReadyTask task) {
            super(task.step());
            this.task = task;
        }

        @Override
        int left() {
            return taken ? 0 : 1;
        }

        @Override
        ReadyTask take() {
            taken = true;
            return task;
        }
    }

    /** The tasks of a foreach, in item order. */
    static final class Elements extends ReadySource {
        private final OpenSplit split;
        private final TaskId opener;
        private final int count;
        private final FlowStructure structure;
        private int next;

        Elements(StepDefinition step, OpenSplit split, TaskId opener, int count, FlowStructure structure) {
            super(step);
            this.structure = structure;
            this.split = split;
            this.opener = opener;
            this.count = count;
        }

        @Override
        int left() {
            return count - next;
        }

        @Override
        ReadyTask take() {
            int index = next++;
            Scope scope =
                    new Scope(split, index, structure.element(opener, index).position());
            return new ReadyTask(step(), scope, List.of(opener));
        }
    }
}
