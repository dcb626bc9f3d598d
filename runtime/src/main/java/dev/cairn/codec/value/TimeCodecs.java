package dev.cairn.codec.value;

import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.MalformedArtifactException;
import dev.cairn.codec.PrimitiveFormat;
import dev.cairn.codec.internal.BytesFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The codecs of {@code java.time}. The comments say what follows the presence byte. */
public final class TimeCodecs {
    private static final int SECOND = 1_000_000_000; // in nanoseconds

    /** The seconds since 1970 as a long, the nanoseconds as an int. */
    public static final LeafCodec<Instant> INSTANT = LeafCodec.value(
            "instant",
            Instant.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeLong(output, value.getEpochSecond());
                        PrimitiveFormat.writeInt(output, value.getNano());
                    },
                    input -> {
                        long seconds = PrimitiveFormat.readLong(input);
                        return Instant.ofEpochSecond(seconds, readNanoseconds(input));
                    },
                    scalar -> Instant.parse((String) scalar)));

    /** The seconds as a long, the nanoseconds as an int. */
    public static final LeafCodec<Duration> DURATION = LeafCodec.value(
            "duration",
            Duration.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeLong(output, value.getSeconds());
                        PrimitiveFormat.writeInt(output, value.getNano());
                    },
                    input -> {
                        long seconds = PrimitiveFormat.readLong(input);
                        return Duration.ofSeconds(seconds, readNanoseconds(input));
                    },
                    scalar -> Duration.parse((String) scalar)));

    /** Years, months and days as ints. */
    public static final LeafCodec<Period> PERIOD = LeafCodec.value(
            "period",
            Period.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeInt(output, value.getYears());
                        PrimitiveFormat.writeInt(output, value.getMonths());
                        PrimitiveFormat.writeInt(output, value.getDays());
                    },
                    input -> {
                        int years = PrimitiveFormat.readInt(input);
                        int months = PrimitiveFormat.readInt(input);
                        return Period.of(years, months, PrimitiveFormat.readInt(input));
                    },
                    scalar -> Period.parse((String) scalar)));

    /** The days since 1970 as a long. */
    public static final LeafCodec<LocalDate> LOCAL_DATE = LeafCodec.value(
            "localdate",
            LocalDate.class,
            () -> new LeafCodec.Body<>(
                    TimeCodecs::writeDate, TimeCodecs::readDate, scalar -> LocalDate.parse((String) scalar)));

    /** The nanoseconds since midnight as a long. */
    public static final LeafCodec<LocalTime> LOCAL_TIME = LeafCodec.value(
            "localtime",
            LocalTime.class,
            () -> new LeafCodec.Body<>(
                    TimeCodecs::writeTime, TimeCodecs::readTime, scalar -> LocalTime.parse((String) scalar)));

    /** Date and time. */
    public static final LeafCodec<LocalDateTime> LOCAL_DATE_TIME = LeafCodec.value(
            "localdatetime",
            LocalDateTime.class,
            () -> new LeafCodec.Body<>(
                    TimeCodecs::writeDateTime,
                    TimeCodecs::readDateTime,
                    scalar -> LocalDateTime.parse((String) scalar)));

    /** Time and offset. */
    public static final LeafCodec<OffsetTime> OFFSET_TIME = LeafCodec.value(
            "offsettime",
            OffsetTime.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        writeTime(output, value.toLocalTime());
                        writeOffset(output, value.getOffset());
                    },
                    input -> OffsetTime.of(readTime(input), readOffset(input)),
                    scalar -> OffsetTime.parse((String) scalar)));

    /** Date, time and offset. */
    public static final LeafCodec<OffsetDateTime> OFFSET_DATE_TIME = LeafCodec.value(
            "offsetdatetime",
            OffsetDateTime.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        writeDateTime(output, value.toLocalDateTime());
                        writeOffset(output, value.getOffset());
                    },
                    input -> OffsetDateTime.of(readDateTime(input), readOffset(input)),
                    scalar -> OffsetDateTime.parse((String) scalar)));

    /** Date, time, offset and the id of the zone as text. The offset tells the two hours apart when clocks go back. */
    public static final LeafCodec<ZonedDateTime> ZONED_DATE_TIME = LeafCodec.value(
            "zoneddatetime",
            ZonedDateTime.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        writeDateTime(output, value.toLocalDateTime());
                        writeOffset(output, value.getOffset());
                        BytesFormat.writeText(output, value.getZone().getId());
                    },
                    input -> {
                        LocalDateTime dateTime = readDateTime(input);
                        ZoneOffset offset = readOffset(input);
                        return ZonedDateTime.ofLocal(dateTime, ZoneId.of(BytesFormat.readText(input)), offset);
                    },
                    scalar -> ZonedDateTime.parse((String) scalar)));

    /** The year as an int. */
    public static final LeafCodec<Year> YEAR = LeafCodec.value(
            "year",
            Year.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> PrimitiveFormat.writeInt(output, value.getValue()),
                    input -> Year.of(PrimitiveFormat.readInt(input)),
                    scalar -> Year.parse(scalar.toString())));

    /** Year and month as ints. */
    public static final LeafCodec<YearMonth> YEAR_MONTH = LeafCodec.value(
            "yearmonth",
            YearMonth.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeInt(output, value.getYear());
                        PrimitiveFormat.writeInt(output, value.getMonthValue());
                    },
                    input -> {
                        int year = PrimitiveFormat.readInt(input);
                        return YearMonth.of(year, PrimitiveFormat.readInt(input));
                    },
                    scalar -> YearMonth.parse((String) scalar)));

    /** Month and day as ints. */
    public static final LeafCodec<MonthDay> MONTH_DAY = LeafCodec.value(
            "monthday",
            MonthDay.class,
            () -> new LeafCodec.Body<>(
                    (output, value) -> {
                        PrimitiveFormat.writeInt(output, value.getMonthValue());
                        PrimitiveFormat.writeInt(output, value.getDayOfMonth());
                    },
                    input -> {
                        int month = PrimitiveFormat.readInt(input);
                        return MonthDay.of(month, PrimitiveFormat.readInt(input));
                    },
                    scalar -> MonthDay.parse((String) scalar)));

    /** Text: the id. */
    public static final LeafCodec<ZoneId> ZONE_ID =
            LeafCodec.value("zoneid", ZoneId.class, () -> ValueCodecs.text(ZoneId::getId, ZoneId::of));

    /** The seconds as an int. */
    public static final LeafCodec<ZoneOffset> ZONE_OFFSET = LeafCodec.value(
            "zoneoffset",
            ZoneOffset.class,
            () -> new LeafCodec.Body<>(
                    TimeCodecs::writeOffset, TimeCodecs::readOffset, scalar -> ZoneOffset.of((String) scalar)));

    private TimeCodecs() {}

    /** Java would take more than a second here too, and so the same value from different bytes. */
    private static int readNanoseconds(Input input) {
        int nanoseconds = PrimitiveFormat.readInt(input);
        if (nanoseconds < 0 || nanoseconds >= SECOND) {
            throw new MalformedArtifactException(
                    "the fraction of a second is " + nanoseconds + " nanoseconds, not from 0 to 999999999");
        }
        return nanoseconds;
    }

    private static void writeDate(Output output, LocalDate date) {
        PrimitiveFormat.writeLong(output, date.toEpochDay());
    }

    private static LocalDate readDate(Input input) {
        return LocalDate.ofEpochDay(PrimitiveFormat.readLong(input));
    }

    private static void writeTime(Output output, LocalTime time) {
        PrimitiveFormat.writeLong(output, time.toNanoOfDay());
    }

    private static LocalTime readTime(Input input) {
        return LocalTime.ofNanoOfDay(PrimitiveFormat.readLong(input));
    }

    private static void writeDateTime(Output output, LocalDateTime dateTime) {
        writeDate(output, dateTime.toLocalDate());
        writeTime(output, dateTime.toLocalTime());
    }

    private static LocalDateTime readDateTime(Input input) {
        LocalDate date = readDate(input);
        return LocalDateTime.of(date, readTime(input));
    }

    private static void writeOffset(Output output, ZoneOffset offset) {
        PrimitiveFormat.writeInt(output, offset.getTotalSeconds());
    }

    private static ZoneOffset readOffset(Input input) {
        return ZoneOffsets.of(PrimitiveFormat.readInt(input));
    }
}
