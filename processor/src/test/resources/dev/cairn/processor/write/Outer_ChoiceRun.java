package com.acme;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link Outer.Choice}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
final class Outer_ChoiceRun extends FlowRun<Outer_ChoiceRun.Step> {
    Outer_ChoiceRun(Run run) {
        super(run);
    }

    /**
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun latest() {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun latest(Datastore datastore) {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun of(String id) {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun of(String id, Datastore datastore) {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    static List<Outer_ChoiceRun> all() {
        return FlowRuns.of(Outer_ChoiceRunner.DEFINITION).all(Outer_ChoiceRun::new);
    }

    /** All runs, the newest first. */
    static List<Outer_ChoiceRun> all(Datastore datastore) {
        return FlowRuns.of(Outer_ChoiceRunner.DEFINITION, datastore).all(Outer_ChoiceRun::new);
    }

    /** The finished task of step {@link Outer.Choice#start}. */
    Outer_ChoiceArtifacts.Start start() {
        return new Outer_ChoiceArtifacts.Start(artifacts("start"));
    }

    /** The finished task of step {@link Outer.Choice#decide}. */
    Outer_ChoiceArtifacts.Decide decide() {
        return new Outer_ChoiceArtifacts.Decide(artifacts("decide"));
    }

    /** The finished task of step {@link Outer.Choice#quick}. */
    Outer_ChoiceArtifacts.Quick quick() {
        return new Outer_ChoiceArtifacts.Quick(artifacts("quick"));
    }

    /** The finished task of step {@link Outer.Choice#thorough}. */
    Outer_ChoiceArtifacts.Thorough thorough() {
        return new Outer_ChoiceArtifacts.Thorough(artifacts("thorough"));
    }

    /** The finished task of step {@link Outer.Choice#other}. */
    Outer_ChoiceArtifacts.Other other() {
        return new Outer_ChoiceArtifacts.Other(artifacts("other"));
    }

    /** The finished task of step {@link Outer.Choice#join}. */
    Outer_ChoiceArtifacts.Join join() {
        return new Outer_ChoiceArtifacts.Join(artifacts("join"));
    }

    /** The steps of {@link Outer.Choice}. */
    enum Step {
        START("start"),
        DECIDE("decide"),
        QUICK("quick"),
        THOROUGH("thorough"),
        OTHER("other"),
        JOIN("join");

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
