package dev.cairn.samples.flights;

import dev.cairn.client.FlowRun;
import dev.cairn.client.FlowRuns;
import dev.cairn.client.Run;
import dev.cairn.datastore.Datastore;
import java.util.List;
import javax.annotation.processing.Generated;

/** A run of {@link FlightDelayFlow}, past or present. The accessor of a step that did not finish throws {@link dev.cairn.client.NoSuchTaskException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class FlightDelayFlowRun extends FlowRun<FlightDelayFlowRun.Step> {
    FlightDelayFlowRun(Run run) {
        super(run);
    }

    /**
     * {@return the run that was started last on the default datastore}
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun latest() {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION).latest());
    }

    /**
     * {@return the run that was started last}
     *
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun latest(Datastore datastore) {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION, datastore).latest());
    }

    /**
     * {@return the run with this id on the default datastore}
     *
     * @param id the id of the run
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun of(String id) {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION).run(id));
    }

    /**
     * {@return the run with this id}
     *
     * @param id the id of the run
     * @param datastore where to look
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun of(String id, Datastore datastore) {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION, datastore).run(id));
    }

    /** {@return all runs on the default datastore, the newest first} */
    public static List<FlightDelayFlowRun> all() {
        return FlowRuns.of(FlightDelayFlowRunner.DEFINITION).all(FlightDelayFlowRun::new);
    }

    /**
     * {@return all runs, the newest first}
     *
     * @param datastore where to look
     */
    public static List<FlightDelayFlowRun> all(Datastore datastore) {
        return FlowRuns.of(FlightDelayFlowRunner.DEFINITION, datastore).all(FlightDelayFlowRun::new);
    }

    /** {@return the finished task of step {@link FlightDelayFlow#start}} */
    public FlightDelayFlowArtifacts.Start start() {
        return new FlightDelayFlowArtifacts.Start(artifacts("start"));
    }

    /** {@return the finished task of step {@link FlightDelayFlow#byAirport}} */
    public FlightDelayFlowArtifacts.ByAirport byAirport() {
        return new FlightDelayFlowArtifacts.ByAirport(artifacts("byAirport"));
    }

    /** {@return the finished tasks of step {@link FlightDelayFlow#airport}, in item order} */
    public List<FlightDelayFlowArtifacts.Airport> airport() {
        return views("airport");
    }

    /** {@return the finished tasks of step {@link FlightDelayFlow#time}, in item order} */
    public List<FlightDelayFlowArtifacts.Time> time() {
        return views("time");
    }

    /** {@return the finished tasks of step {@link FlightDelayFlow#joinTimes}, in item order} */
    public List<FlightDelayFlowArtifacts.JoinTimes> joinTimes() {
        return views("joinTimes");
    }

    /** {@return the finished task of step {@link FlightDelayFlow#joinAirports}} */
    public FlightDelayFlowArtifacts.JoinAirports joinAirports() {
        return new FlightDelayFlowArtifacts.JoinAirports(artifacts("joinAirports"));
    }

    /** {@return the finished task of step {@link FlightDelayFlow#byDistance}} */
    public FlightDelayFlowArtifacts.ByDistance byDistance() {
        return new FlightDelayFlowArtifacts.ByDistance(artifacts("byDistance"));
    }

    /** {@return the finished task of step {@link FlightDelayFlow#refine} in the last iteration} */
    public FlightDelayFlowArtifacts.Refine refine() {
        return new FlightDelayFlowArtifacts.Refine(artifacts("refine"));
    }

    /** {@return the finished tasks of step {@link FlightDelayFlow#refine} in all iterations} */
    public List<FlightDelayFlowArtifacts.Refine> refineIterations() {
        return views("refine");
    }

    /** {@return the finished task of step {@link FlightDelayFlow#join}} */
    public FlightDelayFlowArtifacts.Join join() {
        return new FlightDelayFlowArtifacts.Join(artifacts("join"));
    }

    /** {@return the finished task of step {@link FlightDelayFlow#end}} */
    public FlightDelayFlowArtifacts.End end() {
        return new FlightDelayFlowArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link FlightDelayFlow}. */
    public enum Step {
        /** {@link FlightDelayFlow#start}. */
        START("start"),

        /** {@link FlightDelayFlow#byAirport}. */
        BY_AIRPORT("byAirport"),

        /** {@link FlightDelayFlow#airport}. */
        AIRPORT("airport"),

        /** {@link FlightDelayFlow#time}. */
        TIME("time"),

        /** {@link FlightDelayFlow#joinTimes}. */
        JOIN_TIMES("joinTimes"),

        /** {@link FlightDelayFlow#joinAirports}. */
        JOIN_AIRPORTS("joinAirports"),

        /** {@link FlightDelayFlow#byDistance}. */
        BY_DISTANCE("byDistance"),

        /** {@link FlightDelayFlow#refine}. */
        REFINE("refine"),

        /** {@link FlightDelayFlow#join}. */
        JOIN("join"),

        /** {@link FlightDelayFlow#end}. */
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
