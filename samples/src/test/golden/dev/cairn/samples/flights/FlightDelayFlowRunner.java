package dev.cairn.samples.flights;

import dev.cairn.client.Run;
import dev.cairn.engine.FlowRunBuilder;
import dev.cairn.engine.RunHandle;
import dev.cairn.runtime.FlowMain;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.RunReference;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.FlowHeader;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.StepDefinition;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Runs the flow {@link FlightDelayFlow}.
 *
 * <pre>{@code
 * start -> (byAirport | byDistance)
 * byAirport -> foreach airports (airport)
 * airport -> foreach times (time)
 * time -> joinTimes
 * joinTimes -> joinAirports
 * joinAirports -> join
 * byDistance -> refine
 * refine -> join | refine
 * join -> end
 * end
 * }</pre>
 */
@Generated("dev.cairn.processor.FlowProcessor")
public final class FlightDelayFlowRunner {
    /** The flow, for engines and tools. */
    public static final FlowDefinition<FlightDelayFlow> DEFINITION = new Definition();

    private FlightDelayFlowRunner() {}

    /**
     * Runs the flow with every parameter at its default, on the default datastore, and waits for its end.
     *
     * @return the run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static FlightDelayFlowRun run() {
        return builder().run();
    }

    /**
     * Starts the flow with every parameter at its default, on the default datastore, and does not wait for its end.
     *
     * @return the run, to wait for it or to stop it
     */
    public static RunHandle<FlightDelayFlowRun> runAsync() {
        return builder().runAsync();
    }

    /**
     * Goes on where another run in the default datastore ended, and waits for the end.
     *
     * @param id the id of the other run
     * @return the new run, which succeeded
     * @throws dev.cairn.runtime.FlowFailedException if a step fails
     */
    public static FlightDelayFlowRun resume(String id) {
        return builder().resume(id);
    }

    /**
     * Starts to describe a run.
     *
     * @return a builder, in which nothing is set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The command line of the flow.
     *
     * @param args a command, then its options and arguments
     */
    public static void main(String[] args) {
        FlowMain.run(DEFINITION, args);
    }

    /** Describes a run of {@link FlightDelayFlow}. */
    public static final class Builder extends FlowRunBuilder<FlightDelayFlow, FlightDelayFlowRun, Builder> {
        private Builder() {
            super(DEFINITION);
        }

        /**
         * Sets the parameter {@link FlightDelayFlow#data}: CSV file of flights.
         *
         * @param data its value in the run
         * @return this builder
         */
        public Builder data(IncludedFile data) {
            return parameter("data", data);
        }

        /**
         * Sets the parameter {@link FlightDelayFlow#minimumDepartures}: departures that an airport needs to be ranked.
         *
         * @param minimumDepartures its value in the run
         * @return this builder
         */
        public Builder minimumDepartures(int minimumDepartures) {
            return parameter("minimumDepartures", minimumDepartures);
        }

        /**
         * Sets the parameter {@link FlightDelayFlow#tolerance}: minutes by which a refinement has to reduce the error to be worth another one.
         *
         * @param tolerance its value in the run
         * @return this builder
         */
        public Builder tolerance(double tolerance) {
            return parameter("tolerance", tolerance);
        }

        @Override
        protected FlightDelayFlowRun result(RunReference run) {
            return new FlightDelayFlowRun(Run.of(run));
        }
    }

    private static final class Definition extends FlowDefinition<FlightDelayFlow> {
        Definition() {
            super(
                    FlowHeader.of("0.1.0-SNAPSHOT", "FlightDelayFlow", FlightDelayFlow.class)
                            .documentation("Asks two questions about 20,000 flights at once. Where and when do flights start late: a foreach over the airports, and in it one over the times of day. Is it the distance: a loop that refines a straight line until it gets no better."),
                    new ArtifactDefinition[] {
                        ArtifactDefinition.parameter("data", "IncludedFile", FlightDelayFlowCodecs.DATA)
                                .help("CSV file of flights"),
                        ArtifactDefinition.parameter("minimumDepartures", "int", FlightDelayFlowCodecs.MINIMUM_DEPARTURES)
                                .help("departures that an airport needs to be ranked"),
                        ArtifactDefinition.parameter("tolerance", "double", FlightDelayFlowCodecs.TOLERANCE)
                                .help("minutes by which a refinement has to reduce the error to be worth another one"),
                        ArtifactDefinition.artifact("flights", "List<Flight>", FlightDelayFlowCodecs.FLIGHTS),
                        ArtifactDefinition.artifact("airports", "List<Airport>", FlightDelayFlowCodecs.AIRPORTS),
                        ArtifactDefinition.artifact("times", "List<TimeOfDay>", FlightDelayFlowCodecs.TIMES),
                        ArtifactDefinition.artifact("timeDelay", "TimeDelay", FlightDelayFlowCodecs.TIME_DELAY),
                        ArtifactDefinition.artifact("airportDelay", "AirportDelay", FlightDelayFlowCodecs.AIRPORT_DELAY),
                        ArtifactDefinition.artifact("ranking", "List<AirportDelay>", FlightDelayFlowCodecs.RANKING),
                        ArtifactDefinition.artifact("line", "Line", FlightDelayFlowCodecs.LINE),
                        ArtifactDefinition.artifact("error", "double", FlightDelayFlowCodecs.ERROR),
                        ArtifactDefinition.artifact("goodEnough", "boolean", FlightDelayFlowCodecs.GOOD_ENOUGH)
                    },
                    new StepDefinition[] {
                        StepDefinition.split("start", "join", "byAirport", "byDistance")
                                .analysed().reads("data").mustAssign("flights"),
                        StepDefinition.foreach("byAirport", "joinAirports", "airports",
                                Items.iterable(FlightDelayFlowCodecs.AIRPORTS_ITEM), "airport")
                                .analysed().reads("flights").mustAssign("airports"),
                        StepDefinition.foreach("airport", "joinTimes", "times",
                                Items.iterable(FlightDelayFlowCodecs.TIMES_ITEM), "time")
                                .analysed().mustAssign("times"),
                        StepDefinition.linear("time", "joinTimes")
                                .analysed().mustAssign("timeDelay"),
                        StepDefinition.linear("joinTimes", "joinAirports").join()
                                .analysed().mustAssign("airportDelay"),
                        StepDefinition.linear("joinAirports", "join").join()
                                .analysed().reads("minimumDepartures").mustAssign("ranking"),
                        StepDefinition.linear("byDistance", "refine")
                                .analysed().reads("flights").mustAssign("error", "line"),
                        StepDefinition.switchOn("refine", "goodEnough")
                                .when("true", "join")
                                .when("false", "refine")
                                .maxIterations(500)
                                .analysed().reads("error", "flights", "line",
                                        "tolerance").mustAssign("error", "goodEnough", "line"),
                        StepDefinition.linear("join", "end").join()
                                .analysed().mustAssign("ranking").assignedBeforeMerge("ranking"),
                        StepDefinition.end("end")
                                .analysed().reads("error", "line", "ranking")
                    });
        }

        @Override
        public FlightDelayFlow newFlow() {
            return new FlightDelayFlow();
        }

        @Override
        public void call(FlightDelayFlow flow, int step, TaskArguments task) throws Exception {
            switch (step) {
                case 0 -> flow.start();
                case 1 -> flow.byAirport();
                case 2 -> flow.airport(task.<Airport>item("airports"));
                case 3 -> flow.time(task.<Airport>item("airports"), task.<TimeOfDay>item("times"));
                case 4 -> flow.joinTimes(new FlightDelayFlowArtifacts.JoinTimesInputs(task.inputs()), task.<Airport>item("airports"));
                case 5 -> flow.joinAirports(new FlightDelayFlowArtifacts.JoinAirportsInputs(task.inputs()));
                case 6 -> flow.byDistance();
                case 7 -> flow.refine();
                case 8 -> flow.join(new FlightDelayFlowArtifacts.JoinInputs(task.inputs()));
                case 9 -> flow.end(task.context());
                default -> throw new IndexOutOfBoundsException(step);
            }
        }

        @Override
        public TaskView<?> view(int step, TaskArtifacts artifacts) {
            return switch (step) {
                case 0 -> new FlightDelayFlowArtifacts.Start(artifacts);
                case 1 -> new FlightDelayFlowArtifacts.ByAirport(artifacts);
                case 2 -> new FlightDelayFlowArtifacts.Airport(artifacts);
                case 3 -> new FlightDelayFlowArtifacts.Time(artifacts);
                case 4 -> new FlightDelayFlowArtifacts.JoinTimes(artifacts);
                case 5 -> new FlightDelayFlowArtifacts.JoinAirports(artifacts);
                case 6 -> new FlightDelayFlowArtifacts.ByDistance(artifacts);
                case 7 -> new FlightDelayFlowArtifacts.Refine(artifacts);
                case 8 -> new FlightDelayFlowArtifacts.Join(artifacts);
                case 9 -> new FlightDelayFlowArtifacts.End(artifacts);
                default -> throw new IndexOutOfBoundsException(step);
            };
        }

        @Override
        public Object get(FlightDelayFlow flow, int artifact) {
            return switch (artifact) {
                case 0 -> flow.data;
                case 1 -> flow.minimumDepartures;
                case 2 -> flow.tolerance;
                case 3 -> flow.flights;
                case 4 -> flow.airports;
                case 5 -> flow.times;
                case 6 -> flow.timeDelay;
                case 7 -> flow.airportDelay;
                case 8 -> flow.ranking;
                case 9 -> flow.line;
                case 10 -> flow.error;
                case 11 -> flow.goodEnough;
                default -> throw new IndexOutOfBoundsException(artifact);
            };
        }

        @Override
        @SuppressWarnings("unchecked")
        public void set(FlightDelayFlow flow, int artifact, Object value) {
            switch (artifact) {
                case 0 -> flow.data = (IncludedFile) value;
                case 1 -> flow.minimumDepartures = (int) value;
                case 2 -> flow.tolerance = (double) value;
                case 3 -> flow.flights = (List<Flight>) value;
                case 4 -> flow.airports = (List<Airport>) value;
                case 5 -> flow.times = (List<TimeOfDay>) value;
                case 6 -> flow.timeDelay = (TimeDelay) value;
                case 7 -> flow.airportDelay = (AirportDelay) value;
                case 8 -> flow.ranking = (List<AirportDelay>) value;
                case 9 -> flow.line = (Line) value;
                case 10 -> flow.error = (double) value;
                case 11 -> flow.goodEnough = (boolean) value;
                default -> throw new IndexOutOfBoundsException(artifact);
            }
        }
    }
}
