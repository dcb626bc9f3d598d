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
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun latest() {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun latest(Datastore datastore) {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun of(String id) {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    static Outer_ChoiceRun of(String id, Datastore datastore) {
        return new Outer_ChoiceRun(FlowRuns.of(Outer_ChoiceRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    static List<Outer_ChoiceRun> all() {
        return FlowRuns.of(Outer_ChoiceRunner.DEFINITION).all(Outer_ChoiceRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    static List<Outer_ChoiceRun> all(Datastore datastore) {
        return FlowRuns.of(Outer_ChoiceRunner.DEFINITION, datastore).all(Outer_ChoiceRun::new);
    }

    /** {@return the finished task of step {@link Outer.Choice#start}} */
    Outer_ChoiceArtifacts.Start start() {
        return new Outer_ChoiceArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished task of step {@link Outer.Choice#decide}} */
    Outer_ChoiceArtifacts.Decide decide() {
        return new Outer_ChoiceArtifacts.Decide(artifacts("decide"));
    }

    /** {@return the finished task of step {@link Outer.Choice#quick}} */
    Outer_ChoiceArtifacts.Quick quick() {
        return new Outer_ChoiceArtifacts.Quick(artifacts("quick"));
    }

    /** {@return the finished task of step {@link Outer.Choice#thorough}} */
    Outer_ChoiceArtifacts.Thorough thorough() {
        return new Outer_ChoiceArtifacts.Thorough(artifacts("thorough"));
    }

    /** {@return the finished task of step {@link Outer.Choice#other}} */
    Outer_ChoiceArtifacts.Other other() {
        return new Outer_ChoiceArtifacts.Other(artifacts("other"));
    }

    /** {@return the finished task of step {@link Outer.Choice#join}} */
    Outer_ChoiceArtifacts.Join join() {
        return new Outer_ChoiceArtifacts.Join(artifacts("join"));
    }

    /** The steps of {@link Outer.Choice}. */
    enum Step {
        /** {@link Outer.Choice#start}. */
        START("start"),

        /** {@link Outer.Choice#decide}. */
        DECIDE("decide"),

        /** {@link Outer.Choice#quick}. */
        QUICK("quick"),

        /** {@link Outer.Choice#thorough}. */
        THOROUGH("thorough"),

        /** {@link Outer.Choice#other}. */
        OTHER("other"),

        /** {@link Outer.Choice#join}. */
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
