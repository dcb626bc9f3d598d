package dev.cairn.samples.flights;

import dev.cairn.client.Task;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.JoinedTasks;
import dev.cairn.runtime.MergeableInputs;
import dev.cairn.runtime.TaskArtifacts;
import dev.cairn.runtime.TaskView;
import dev.cairn.runtime.TaskViewBuilder;
import java.util.List;
import javax.annotation.processing.Generated;

/** The artifacts of {@link FlightDelayFlow}, task by task. The accessor of one that is absent throws {@link dev.cairn.runtime.AbsentArtifactException}. */
@Generated("dev.cairn.processor.FlowProcessor")
public final class FlightDelayFlowArtifacts {
    private FlightDelayFlowArtifacts() {}

    /** The artifacts of {@link FlightDelayFlow}, by name. */
    public enum Name {
        /** {@link FlightDelayFlow#data}. */
        DATA("data"),

        /** {@link FlightDelayFlow#minimumDepartures}. */
        MINIMUM_DEPARTURES("minimumDepartures"),

        /** {@link FlightDelayFlow#tolerance}. */
        TOLERANCE("tolerance"),

        /** {@link FlightDelayFlow#flights}. */
        FLIGHTS("flights"),

        /** {@link FlightDelayFlow#airports}. */
        AIRPORTS("airports"),

        /** {@link FlightDelayFlow#times}. */
        TIMES("times"),

        /** {@link FlightDelayFlow#timeDelay}. */
        TIME_DELAY("timeDelay"),

        /** {@link FlightDelayFlow#airportDelay}. */
        AIRPORT_DELAY("airportDelay"),

        /** {@link FlightDelayFlow#ranking}. */
        RANKING("ranking"),

        /** {@link FlightDelayFlow#line}. */
        LINE("line"),

        /** {@link FlightDelayFlow#error}. */
        ERROR("error"),

        /** {@link FlightDelayFlow#goodEnough}. */
        GOOD_ENOUGH("goodEnough");

        private final String artifact;

        Name(String artifact) {
            this.artifact = artifact;
        }

        /** The name of the artifact, as in the flow. */
        @Override
        public String toString() {
            return artifact;
        }
    }

    /** What the tasks of step {@link FlightDelayFlow#start} and of later steps have in common. */
    public abstract static class SinceStart extends TaskView<Name> {
        SinceStart(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link FlightDelayFlow#data}} */
        public final IncludedFile data() {
            return (IncludedFile) value("data");
        }

        /** {@return {@link FlightDelayFlow#minimumDepartures}} */
        public final int minimumDepartures() {
            return (int) value("minimumDepartures");
        }

        /** {@return {@link FlightDelayFlow#tolerance}} */
        public final double tolerance() {
            return (double) value("tolerance");
        }

        /** {@return {@link FlightDelayFlow#flights}, if it exists} */
        public final List<Flight> flights() {
            return artifact("flights");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#start}. */
    public static final class Start extends SinceStart {
        Start(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Start> builder() {
            return new Builder<Start>("start");
        }
    }

    /** What the tasks of step {@link FlightDelayFlow#byAirport} and of later steps have in common. */
    public abstract static class SinceByAirport extends SinceStart {
        SinceByAirport(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link FlightDelayFlow#airports}, if it exists} */
        public final List<dev.cairn.samples.flights.Airport> airports() {
            return artifact("airports");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#byAirport}. */
    public static final class ByAirport extends SinceByAirport {
        ByAirport(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<ByAirport> builder() {
            return new Builder<ByAirport>("byAirport");
        }
    }

    /** What the tasks of step {@link FlightDelayFlow#airport} and of later steps have in common. */
    public abstract static class SinceAirport extends SinceByAirport {
        SinceAirport(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link FlightDelayFlow#times}, if it exists} */
        public final List<TimeOfDay> times() {
            return artifact("times");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#airport}. */
    public static final class Airport extends SinceAirport {
        Airport(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Airport> builder() {
            return new Builder<Airport>("airport");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#time}. */
    public static final class Time extends SinceAirport {
        Time(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Time> builder() {
            return new Builder<Time>("time");
        }

        /** {@return {@link FlightDelayFlow#timeDelay}, if it exists} */
        public TimeDelay timeDelay() {
            return (TimeDelay) value("timeDelay");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#joinTimes}. */
    public static final class JoinTimes extends TaskView<Name> {
        JoinTimes(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<JoinTimes> builder() {
            return new Builder<JoinTimes>("joinTimes");
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public Task task() {
            return Task.of(this);
        }

        /** {@return {@link FlightDelayFlow#data}} */
        public IncludedFile data() {
            return (IncludedFile) value("data");
        }

        /** {@return {@link FlightDelayFlow#minimumDepartures}} */
        public int minimumDepartures() {
            return (int) value("minimumDepartures");
        }

        /** {@return {@link FlightDelayFlow#tolerance}} */
        public double tolerance() {
            return (double) value("tolerance");
        }

        /** {@return {@link FlightDelayFlow#airportDelay}, if it exists} */
        public AirportDelay airportDelay() {
            return (AirportDelay) value("airportDelay");
        }
    }

    /** The inputs of join {@link FlightDelayFlow#joinTimes}, in the order of the items. */
    public static final class JoinTimesInputs extends MergeableInputs<FlightDelayFlow, Name, Time> {
        JoinTimesInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param tasks what arrives at the join
         * @return the inputs, in this order
         */
        public static JoinTimesInputs of(Time... tasks) {
            return new JoinTimesInputs(
                    JoinedTasks.built(FlightDelayFlowRunner.DEFINITION, "joinTimes", tasks));
        }

        @Override
        protected Time view(TaskArtifacts artifacts) {
            return new Time(artifacts);
        }
    }

    /** What the tasks of step {@link FlightDelayFlow#joinAirports} and of later steps have in common. */
    public abstract static class SinceJoinAirports extends TaskView<Name> {
        SinceJoinAirports(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return the task as the client sees it; a view that was built by hand has none} */
        public final Task task() {
            return Task.of(this);
        }

        /** {@return {@link FlightDelayFlow#data}} */
        public final IncludedFile data() {
            return (IncludedFile) value("data");
        }

        /** {@return {@link FlightDelayFlow#minimumDepartures}} */
        public final int minimumDepartures() {
            return (int) value("minimumDepartures");
        }

        /** {@return {@link FlightDelayFlow#tolerance}} */
        public final double tolerance() {
            return (double) value("tolerance");
        }

        /** {@return {@link FlightDelayFlow#ranking}, if it exists} */
        public final List<AirportDelay> ranking() {
            return artifact("ranking");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#joinAirports}. */
    public static final class JoinAirports extends SinceJoinAirports implements JoinInput {
        JoinAirports(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<JoinAirports> builder() {
            return new Builder<JoinAirports>("joinAirports");
        }
    }

    /** The inputs of join {@link FlightDelayFlow#joinAirports}, in the order of the items. */
    public static final class JoinAirportsInputs extends MergeableInputs<FlightDelayFlow, Name, JoinTimes> {
        JoinAirportsInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param tasks what arrives at the join
         * @return the inputs, in this order
         */
        public static JoinAirportsInputs of(JoinTimes... tasks) {
            return new JoinAirportsInputs(
                    JoinedTasks.built(FlightDelayFlowRunner.DEFINITION, "joinAirports", tasks));
        }

        @Override
        protected JoinTimes view(TaskArtifacts artifacts) {
            return new JoinTimes(artifacts);
        }
    }

    /** What the tasks of step {@link FlightDelayFlow#byDistance} and of later steps have in common. */
    public abstract static class SinceByDistance extends SinceStart {
        SinceByDistance(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link FlightDelayFlow#line}, if it exists} */
        public final Line line() {
            return (Line) value("line");
        }

        /** {@return {@link FlightDelayFlow#error}, if it exists} */
        public final double error() {
            return (double) value("error");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#byDistance}. */
    public static final class ByDistance extends SinceByDistance {
        ByDistance(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<ByDistance> builder() {
            return new Builder<ByDistance>("byDistance");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#refine}. */
    public static final class Refine extends SinceByDistance implements JoinInput {
        Refine(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Refine> builder() {
            return new Builder<Refine>("refine");
        }

        /** {@return {@link FlightDelayFlow#goodEnough}, if it exists} */
        public boolean goodEnough() {
            return (boolean) value("goodEnough");
        }
    }

    /** What the tasks of step {@link FlightDelayFlow#join} and of later steps have in common. */
    public abstract static class SinceJoin extends SinceJoinAirports {
        SinceJoin(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /** {@return {@link FlightDelayFlow#line}, if it exists} */
        public final Line line() {
            return (Line) value("line");
        }

        /** {@return {@link FlightDelayFlow#error}, if it exists} */
        public final double error() {
            return (double) value("error");
        }
    }

    /** A finished task of step {@link FlightDelayFlow#join}. */
    public static final class Join extends SinceJoin {
        Join(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<Join> builder() {
            return new Builder<Join>("join");
        }
    }

    /** An input of join {@link FlightDelayFlow#join}, from any of the steps that lead to it. */
    public sealed interface JoinInput permits JoinAirports, Refine {
        /** {@return the task as the client sees it; a view that was built by hand has none} */
        Task task();

        /**
         * Whether an artifact exists after this task.
         *
         * @param name the artifact
         * @return whether its accessor returns a value, even if that is null
         */
        boolean has(Name name);

        /** {@return {@link FlightDelayFlow#data}} */
        IncludedFile data();

        /** {@return {@link FlightDelayFlow#minimumDepartures}} */
        int minimumDepartures();

        /** {@return {@link FlightDelayFlow#tolerance}} */
        double tolerance();
    }

    /** The inputs of join {@link FlightDelayFlow#join}, in the order of the branches. */
    public static final class JoinInputs extends MergeableInputs<FlightDelayFlow, Name, JoinInput> {
        JoinInputs(JoinedTasks tasks) {
            super(tasks);
        }

        /**
         * Inputs built by hand, for tests.
         *
         * @param joinAirports the task of {@link FlightDelayFlow#joinAirports}
         * @param refine the task of {@link FlightDelayFlow#refine}
         * @return the inputs, in this order
         */
        public static JoinInputs of(JoinAirports joinAirports, Refine refine) {
            return new JoinInputs(
                    JoinedTasks.built(FlightDelayFlowRunner.DEFINITION, "join", joinAirports, refine));
        }

        /** {@return the task of {@link FlightDelayFlow#joinAirports}} */
        public JoinAirports joinAirports() {
            return new JoinAirports(tasks().get(0));
        }

        /** {@return the task of {@link FlightDelayFlow#refine}} */
        public Refine refine() {
            return new Refine(tasks().get(1));
        }

        @Override
        protected JoinInput view(TaskArtifacts artifacts) {
            return switch (artifacts.step()) {
                case "joinAirports" -> new JoinAirports(artifacts);
                case "refine" -> new Refine(artifacts);
                default -> throw new IllegalArgumentException(artifacts.step());
            };
        }
    }

    /** A finished task of step {@link FlightDelayFlow#end}. */
    public static final class End extends SinceJoin {
        End(TaskArtifacts artifacts) {
            super(artifacts);
        }

        /**
         * Starts to build a task of this step by hand, for tests.
         *
         * @return a builder, in which nothing is set
         */
        public static Builder<End> builder() {
            return new Builder<End>("end");
        }
    }

    /**
     * Builds a finished task by hand, for tests. An artifact that is not set is absent.
     *
     * @param <V> the view of the task
     */
    public static final class Builder<V> extends TaskViewBuilder<V, Builder<V>> {
        private Builder(String step) {
            super(FlightDelayFlowRunner.DEFINITION, step);
        }

        /**
         * Sets {@link FlightDelayFlow#data}.
         *
         * @param data what the step left in it
         * @return this builder
         */
        public Builder<V> data(IncludedFile data) {
            return artifact("data", data);
        }

        /**
         * Sets {@link FlightDelayFlow#minimumDepartures}.
         *
         * @param minimumDepartures what the step left in it
         * @return this builder
         */
        public Builder<V> minimumDepartures(int minimumDepartures) {
            return artifact("minimumDepartures", minimumDepartures);
        }

        /**
         * Sets {@link FlightDelayFlow#tolerance}.
         *
         * @param tolerance what the step left in it
         * @return this builder
         */
        public Builder<V> tolerance(double tolerance) {
            return artifact("tolerance", tolerance);
        }

        /**
         * Sets {@link FlightDelayFlow#flights}.
         *
         * @param flights what the step left in it
         * @return this builder
         */
        public Builder<V> flights(List<Flight> flights) {
            return artifact("flights", flights);
        }

        /**
         * Sets {@link FlightDelayFlow#airports}.
         *
         * @param airports what the step left in it
         * @return this builder
         */
        public Builder<V> airports(List<dev.cairn.samples.flights.Airport> airports) {
            return artifact("airports", airports);
        }

        /**
         * Sets {@link FlightDelayFlow#times}.
         *
         * @param times what the step left in it
         * @return this builder
         */
        public Builder<V> times(List<TimeOfDay> times) {
            return artifact("times", times);
        }

        /**
         * Sets {@link FlightDelayFlow#timeDelay}.
         *
         * @param timeDelay what the step left in it
         * @return this builder
         */
        public Builder<V> timeDelay(TimeDelay timeDelay) {
            return artifact("timeDelay", timeDelay);
        }

        /**
         * Sets {@link FlightDelayFlow#airportDelay}.
         *
         * @param airportDelay what the step left in it
         * @return this builder
         */
        public Builder<V> airportDelay(AirportDelay airportDelay) {
            return artifact("airportDelay", airportDelay);
        }

        /**
         * Sets {@link FlightDelayFlow#ranking}.
         *
         * @param ranking what the step left in it
         * @return this builder
         */
        public Builder<V> ranking(List<AirportDelay> ranking) {
            return artifact("ranking", ranking);
        }

        /**
         * Sets {@link FlightDelayFlow#line}.
         *
         * @param line what the step left in it
         * @return this builder
         */
        public Builder<V> line(Line line) {
            return artifact("line", line);
        }

        /**
         * Sets {@link FlightDelayFlow#error}.
         *
         * @param error what the step left in it
         * @return this builder
         */
        public Builder<V> error(double error) {
            return artifact("error", error);
        }

        /**
         * Sets {@link FlightDelayFlow#goodEnough}.
         *
         * @param goodEnough what the step left in it
         * @return this builder
         */
        public Builder<V> goodEnough(boolean goodEnough) {
            return artifact("goodEnough", goodEnough);
        }
    }
}
