package com.acme;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link Outer.Choice}, past or present. */
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

    /**
     * The task of step {@link Outer.Choice#start}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    Outer_ChoiceArtifacts.Start start() {
        return view("start", Outer_ChoiceArtifacts.Start::new);
    }

    /**
     * The task of step {@link Outer.Choice#decide}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    Outer_ChoiceArtifacts.Decide decide() {
        return view("decide", Outer_ChoiceArtifacts.Decide::new);
    }

    /**
     * The task of step {@link Outer.Choice#quick}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    Outer_ChoiceArtifacts.Quick quick() {
        return view("quick", Outer_ChoiceArtifacts.Quick::new);
    }

    /**
     * The task of step {@link Outer.Choice#thorough}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    Outer_ChoiceArtifacts.Thorough thorough() {
        return view("thorough", Outer_ChoiceArtifacts.Thorough::new);
    }

    /**
     * The task of step {@link Outer.Choice#other}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    Outer_ChoiceArtifacts.Other other() {
        return view("other", Outer_ChoiceArtifacts.Other::new);
    }

    /**
     * The task of step {@link Outer.Choice#join}.
     *
     * @throws dev.cairn.client.NoSuchTaskException if it did not finish
     */
    Outer_ChoiceArtifacts.Join join() {
        return view("join", Outer_ChoiceArtifacts.Join::new);
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
