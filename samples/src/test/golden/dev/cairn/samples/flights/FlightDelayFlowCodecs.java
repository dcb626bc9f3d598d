package dev.cairn.samples.flights;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.NamedCodec;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.StructCodec;
import dev.cairn.runtime.IncludedFile;
import java.util.List;
import javax.annotation.processing.Generated;

/** How the artifacts of {@link FlightDelayFlow} are stored. */
@Generated("dev.cairn.processor.FlowProcessor")
final class FlightDelayFlowCodecs {
    private static final NamedCodec<Flight> FLIGHT_CODEC = new FlightCodec();

    private static final NamedCodec<Airport> AIRPORT_CODEC = new AirportCodec();

    private static final NamedCodec<TimeOfDay> TIME_OF_DAY_CODEC =
            Codecs.enumeration(TimeOfDay.class, TimeOfDay.values());

    private static final NamedCodec<TimeDelay> TIME_DELAY_CODEC = new TimeDelayCodec();

    private static final NamedCodec<AirportDelay> AIRPORT_DELAY_CODEC = new AirportDelayCodec();

    private static final NamedCodec<Line> LINE_CODEC = new LineCodec();

    /** Stores {@link FlightDelayFlow#data}. */
    static final ArtifactCodec<IncludedFile> DATA = IncludedFile.CODEC;

    /** Stores {@link FlightDelayFlow#minimumDepartures}. */
    static final ArtifactCodec<Integer> MINIMUM_DEPARTURES = Codecs.INT;

    /** Stores {@link FlightDelayFlow#tolerance}. */
    static final ArtifactCodec<Double> TOLERANCE = Codecs.DOUBLE;

    /** Stores {@link FlightDelayFlow#flights}. */
    static final ArtifactCodec<List<Flight>> FLIGHTS = Codecs.list(FLIGHT_CODEC);

    /** Stores {@link FlightDelayFlow#airports}. */
    static final ArtifactCodec<List<Airport>> AIRPORTS = Codecs.list(AIRPORT_CODEC);

    /** Stores an element of {@link FlightDelayFlow#airports}. */
    static final ArtifactCodec<Airport> AIRPORTS_ITEM = AIRPORT_CODEC;

    /** Stores {@link FlightDelayFlow#times}. */
    static final ArtifactCodec<List<TimeOfDay>> TIMES = Codecs.list(TIME_OF_DAY_CODEC);

    /** Stores an element of {@link FlightDelayFlow#times}. */
    static final ArtifactCodec<TimeOfDay> TIMES_ITEM = TIME_OF_DAY_CODEC;

    /** Stores {@link FlightDelayFlow#timeDelay}. */
    static final ArtifactCodec<TimeDelay> TIME_DELAY = TIME_DELAY_CODEC;

    /** Stores {@link FlightDelayFlow#airportDelay}. */
    static final ArtifactCodec<AirportDelay> AIRPORT_DELAY = AIRPORT_DELAY_CODEC;

    /** Stores {@link FlightDelayFlow#ranking}. */
    static final ArtifactCodec<List<AirportDelay>> RANKING = Codecs.list(AIRPORT_DELAY_CODEC);

    /** Stores {@link FlightDelayFlow#line}. */
    static final ArtifactCodec<Line> LINE = LINE_CODEC;

    /** Stores {@link FlightDelayFlow#error}. */
    static final ArtifactCodec<Double> ERROR = Codecs.DOUBLE;

    /** Stores {@link FlightDelayFlow#goodEnough}. */
    static final ArtifactCodec<Boolean> GOOD_ENOUGH = Codecs.BOOLEAN;

    private FlightDelayFlowCodecs() {}

    private static final class FlightCodec extends StructCodec<Flight> {
        FlightCodec() {
            super(Flight.class, "dev.cairn.samples.flights.Flight",
                    field("origin", Codecs.STRING),
                    field("hour", Codecs.INT),
                    field("distance", Codecs.INT),
                    field("delay", Codecs.INT));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Flight value) {
            Codecs.STRING.write(kryo, output, value.origin());
            PrimitiveFormat.writeInt(output, value.hour());
            PrimitiveFormat.writeInt(output, value.distance());
            PrimitiveFormat.writeInt(output, value.delay());
        }

        @Override
        protected Flight readFields(Kryo kryo, Input input) {
            return new Flight(Codecs.STRING.read(kryo, input), PrimitiveFormat.readInt(input),
                    PrimitiveFormat.readInt(input), PrimitiveFormat.readInt(input));
        }

        @Override
        protected Flight create(FieldValues values) {
            return new Flight(values.<String>at(0), values.intAt(1), values.intAt(2),
                    values.intAt(3));
        }
    }

    private static final class AirportCodec extends StructCodec<Airport> {
        private static final ArtifactCodec<List<Flight>> DEPARTURES = Codecs.list(FLIGHT_CODEC);

        AirportCodec() {
            super(Airport.class, "dev.cairn.samples.flights.Airport",
                    field("code", Codecs.STRING),
                    field("departures", DEPARTURES));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Airport value) {
            Codecs.STRING.write(kryo, output, value.code());
            DEPARTURES.write(kryo, output, value.departures());
        }

        @Override
        protected Airport readFields(Kryo kryo, Input input) {
            return new Airport(Codecs.STRING.read(kryo, input), DEPARTURES.read(kryo, input));
        }

        @Override
        protected Airport create(FieldValues values) {
            return new Airport(values.<String>at(0), values.<List<Flight>>at(1));
        }
    }

    private static final class TimeDelayCodec extends StructCodec<TimeDelay> {
        TimeDelayCodec() {
            super(TimeDelay.class, "dev.cairn.samples.flights.TimeDelay",
                    field("time", TIME_OF_DAY_CODEC),
                    field("departures", Codecs.INT),
                    field("meanDelay", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, TimeDelay value) {
            TIME_OF_DAY_CODEC.write(kryo, output, value.time());
            PrimitiveFormat.writeInt(output, value.departures());
            PrimitiveFormat.writeDouble(output, value.meanDelay());
        }

        @Override
        protected TimeDelay readFields(Kryo kryo, Input input) {
            return new TimeDelay(TIME_OF_DAY_CODEC.read(kryo, input),
                    PrimitiveFormat.readInt(input), PrimitiveFormat.readDouble(input));
        }

        @Override
        protected TimeDelay create(FieldValues values) {
            return new TimeDelay(values.<TimeOfDay>at(0), values.intAt(1), values.doubleAt(2));
        }
    }

    private static final class AirportDelayCodec extends StructCodec<AirportDelay> {
        AirportDelayCodec() {
            super(AirportDelay.class, "dev.cairn.samples.flights.AirportDelay",
                    field("airport", Codecs.STRING),
                    field("departures", Codecs.INT),
                    field("meanDelay", Codecs.DOUBLE),
                    field("worstTime", TIME_OF_DAY_CODEC));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, AirportDelay value) {
            Codecs.STRING.write(kryo, output, value.airport());
            PrimitiveFormat.writeInt(output, value.departures());
            PrimitiveFormat.writeDouble(output, value.meanDelay());
            TIME_OF_DAY_CODEC.write(kryo, output, value.worstTime());
        }

        @Override
        protected AirportDelay readFields(Kryo kryo, Input input) {
            return new AirportDelay(Codecs.STRING.read(kryo, input), PrimitiveFormat.readInt(input),
                    PrimitiveFormat.readDouble(input), TIME_OF_DAY_CODEC.read(kryo, input));
        }

        @Override
        protected AirportDelay create(FieldValues values) {
            return new AirportDelay(values.<String>at(0), values.intAt(1), values.doubleAt(2),
                    values.<TimeOfDay>at(3));
        }
    }

    private static final class LineCodec extends StructCodec<Line> {
        LineCodec() {
            super(Line.class, "dev.cairn.samples.flights.Line",
                    field("slope", Codecs.DOUBLE),
                    field("intercept", Codecs.DOUBLE));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Line value) {
            PrimitiveFormat.writeDouble(output, value.slope());
            PrimitiveFormat.writeDouble(output, value.intercept());
        }

        @Override
        protected Line readFields(Kryo kryo, Input input) {
            return new Line(PrimitiveFormat.readDouble(input), PrimitiveFormat.readDouble(input));
        }

        @Override
        protected Line create(FieldValues values) {
            return new Line(values.doubleAt(0), values.doubleAt(1));
        }
    }
}
