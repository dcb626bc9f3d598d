package dev.cairn.samples.artifacts;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** A run of {@link SelectiveMerging}, past or present. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class SelectiveMergingRun extends FlowRun<SelectiveMergingRun.Step> {
    SelectiveMergingRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static SelectiveMergingRun latest() {
        return new SelectiveMergingRun(FlowRuns.of(SelectiveMergingRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static SelectiveMergingRun latest(Datastore datastore) {
        return new SelectiveMergingRun(FlowRuns.of(SelectiveMergingRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static SelectiveMergingRun of(String id) {
        return new SelectiveMergingRun(FlowRuns.of(SelectiveMergingRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static SelectiveMergingRun of(String id, Datastore datastore) {
        return new SelectiveMergingRun(FlowRuns.of(SelectiveMergingRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<SelectiveMergingRun> all() {
        try (Stream<Run> runs = FlowRuns.of(SelectiveMergingRunner.DEFINITION).stream()) {
            return runs.map(SelectiveMergingRun::new).toList();
        }
    }

    /** All runs, the newest first. */
    public static List<SelectiveMergingRun> all(Datastore datastore) {
        try (Stream<Run> runs = FlowRuns.of(SelectiveMergingRunner.DEFINITION, datastore).stream()) {
            return runs.map(SelectiveMergingRun::new).toList();
        }
    }

    /**
     * The task of step {@link SelectiveMerging#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.Start start() {
        return view("start", SelectiveMergingArtifacts.Start::new);
    }

    /**
     * The task of step {@link SelectiveMerging#branchA}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.BranchA branchA() {
        return view("branchA", SelectiveMergingArtifacts.BranchA::new);
    }

    /**
     * The task of step {@link SelectiveMerging#branchB}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.BranchB branchB() {
        return view("branchB", SelectiveMergingArtifacts.BranchB::new);
    }

    /**
     * The task of step {@link SelectiveMerging#joinOnly}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.JoinOnly joinOnly() {
        return view("joinOnly", SelectiveMergingArtifacts.JoinOnly::new);
    }

    /**
     * The task of step {@link SelectiveMerging#branchC}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.BranchC branchC() {
        return view("branchC", SelectiveMergingArtifacts.BranchC::new);
    }

    /**
     * The task of step {@link SelectiveMerging#branchD}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.BranchD branchD() {
        return view("branchD", SelectiveMergingArtifacts.BranchD::new);
    }

    /**
     * The task of step {@link SelectiveMerging#joinExcept}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.JoinExcept joinExcept() {
        return view("joinExcept", SelectiveMergingArtifacts.JoinExcept::new);
    }

    /**
     * The task of step {@link SelectiveMerging#end}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    public SelectiveMergingArtifacts.End end() {
        return view("end", SelectiveMergingArtifacts.End::new);
    }

    /** The steps of {@link SelectiveMerging}. */
    public enum Step {
        START("start"),
        BRANCH_A("branchA"),
        BRANCH_B("branchB"),
        JOIN_ONLY("joinOnly"),
        BRANCH_C("branchC"),
        BRANCH_D("branchD"),
        JOIN_EXCEPT("joinExcept"),
        END("end");

        private final String step;

        Step(String step) {
            this.step = step;
        }

        /** The name of the step, as in the flow. */
        @Override
        public String toString() {
            return step;
        }
    }
}
