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
     * The run that was started last on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun latest() {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION).latest());
    }

    /**
     * The run that was started last.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun latest(Datastore datastore) {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION, datastore).latest());
    }

    /**
     * The run with this id on the default datastore.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun of(String id) {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION).run(id));
    }

    /**
     * The run with this id.
     *
     * @throws dev.cairn.client.NoSuchRunException if there is none
     */
    public static FlightDelayFlowRun of(String id, Datastore datastore) {
        return new FlightDelayFlowRun(FlowRuns.of(FlightDelayFlowRunner.DEFINITION, datastore).run(id));
    }

    /** All runs on the default datastore, the newest first. */
    public static List<FlightDelayFlowRun> all() {
        return FlowRuns.of(FlightDelayFlowRunner.DEFINITION).all(FlightDelayFlowRun::new);
    }

    /** All runs, the newest first. */
    public static List<FlightDelayFlowRun> all(Datastore datastore) {
        return FlowRuns.of(FlightDelayFlowRunner.DEFINITION, datastore).all(FlightDelayFlowRun::new);
    }

    /** The finished task of step {@link FlightDelayFlow#start}. */
    public FlightDelayFlowArtifacts.Start start() {
        return new FlightDelayFlowArtifacts.Start(artifacts("start"));
    }

    /** The finished task of step {@link FlightDelayFlow#byAirport}. */
    public FlightDelayFlowArtifacts.ByAirport byAirport() {
        return new FlightDelayFlowArtifacts.ByAirport(artifacts("byAirport"));
    }

    /** The finished tasks of step {@link FlightDelayFlow#airport}, in item order. */
    public List<FlightDelayFlowArtifacts.Airport> airport() {
        return views("airport", FlightDelayFlowArtifacts.Airport::new);
    }

    /** The finished tasks of step {@link FlightDelayFlow#time}, in item order. */
    public List<FlightDelayFlowArtifacts.Time> time() {
        return views("time", FlightDelayFlowArtifacts.Time::new);
    }

    /** The finished tasks of step {@link FlightDelayFlow#joinTimes}, in item order. */
    public List<FlightDelayFlowArtifacts.JoinTimes> joinTimes() {
        return views("joinTimes", FlightDelayFlowArtifacts.JoinTimes::new);
    }

    /** The finished task of step {@link FlightDelayFlow#joinAirports}. */
    public FlightDelayFlowArtifacts.JoinAirports joinAirports() {
        return new FlightDelayFlowArtifacts.JoinAirports(artifacts("joinAirports"));
    }

    /** The finished task of step {@link FlightDelayFlow#byDistance}. */
    public FlightDelayFlowArtifacts.ByDistance byDistance() {
        return new FlightDelayFlowArtifacts.ByDistance(artifacts("byDistance"));
    }

    /** The finished task of step {@link FlightDelayFlow#refine} in the last iteration. */
    public FlightDelayFlowArtifacts.Refine refine() {
        return new FlightDelayFlowArtifacts.Refine(artifacts("refine"));
    }

    /** The finished tasks of step {@link FlightDelayFlow#refine} in all iterations. */
    public List<FlightDelayFlowArtifacts.Refine> refineIterations() {
        return views("refine", FlightDelayFlowArtifacts.Refine::new);
    }

    /** The finished task of step {@link FlightDelayFlow#join}. */
    public FlightDelayFlowArtifacts.Join join() {
        return new FlightDelayFlowArtifacts.Join(artifacts("join"));
    }

    /** The finished task of step {@link FlightDelayFlow#end}. */
    public FlightDelayFlowArtifacts.End end() {
        return new FlightDelayFlowArtifacts.End(artifacts("end"));
    }

    /** The steps of {@link FlightDelayFlow}. */
    public enum Step {
        START("start"),
        BY_AIRPORT("byAirport"),
        AIRPORT("airport"),
        TIME("time"),
        JOIN_TIMES("joinTimes"),
        JOIN_AIRPORTS("joinAirports"),
        BY_DISTANCE("byDistance"),
        REFINE("refine"),
        JOIN("join"),
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
