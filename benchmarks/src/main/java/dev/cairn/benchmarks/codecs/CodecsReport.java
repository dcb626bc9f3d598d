package dev.cairn.benchmarks.codecs;

import dev.cairn.benchmarks.Machine;
import dev.cairn.benchmarks.Spread;
import dev.cairn.benchmarks.figures.Group;
import dev.cairn.benchmarks.figures.Recorder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** The report of the benchmark of the codecs, in Markdown. To be made before the benchmark starts, for the load. */
final class CodecsReport {
    private final CodecsBenchmark benchmark;
    private final String loadBefore = Machine.load();
    private final Recorder recorder;
    private final Map<Workload, Map<Direction, Map<Contender, List<Measured>>>> found = new EnumMap<>(Workload.class);

    CodecsReport(CodecsBenchmark benchmark) {
        this.benchmark = benchmark;
        this.recorder =
                new Recorder(benchmark.rounds(), "kryo5", "fory-core", "jackson-databind", "jackson-dataformat-cbor");
    }

    /** Notes what was found in one round. */
    void add(Workload workload, Direction direction, Contender contender, Measured measured) {
        found.computeIfAbsent(workload, unused -> new EnumMap<>(Direction.class))
                .computeIfAbsent(direction, unused -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, unused -> new ArrayList<>())
                .add(measured);
        String group = words(workload) + ", " + words(direction);
        recorder.group(
                group, String.format(Locale.ROOT, "%s (%,d), %s", words(workload), workload.size(), words(direction)));
        recorder.add(group, contender.title() + ", ms", measured.milliseconds(), 1);
    }

    /** What was found, of each workload and direction. */
    List<Group> groups() {
        return recorder.groups();
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                # Codecs: encoding and decoding, beside other serializers

                %s, JDK: %s, %s. Load of the machine: %s before, %s after. %d rounds; each figure is the median of an own virtual
                machine's iterations in %s s, after as long a time of warming up.

                *Time* is milliseconds of the processor in the working thread: the median of the rounds and, in brackets, the least
                and the greatest. *Cairn / this* is the ratio of Cairn's time to it in the same round: below 1, Cairn is faster.
                *Allocated* is bytes for each record, entry or element, the result with it; *encoded* the same of the encoded value.

                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.virtualMachine(),
                        Machine.hardware(),
                        loadBefore,
                        Machine.load(),
                        benchmark.rounds(),
                        benchmark.seconds()));
        found.forEach((workload, directions) ->
                directions.forEach((direction, contenders) -> text.append(table(workload, direction, contenders))));
        return text.toString();
    }

    private static String table(Workload workload, Direction direction, Map<Contender, List<Measured>> contenders) {
        StringBuilder table = new StringBuilder("""
                ## %s (%,d), %s

                | | time | Cairn / this | allocated | encoded |
                | --- | ---: | ---: | ---: | ---: |
                """.formatted(words(workload), workload.size(), words(direction)));
        List<Measured> cairn = Objects.requireNonNull(contenders.get(Contender.CAIRN));
        contenders.forEach((contender, measured) -> table.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        contender.title(),
                        Spread.of(measured.stream().map(Measured::milliseconds).toList())
                                .text(1),
                        contender == Contender.CAIRN
                                ? ""
                                : ratios(cairn, measured).text(2),
                        each(
                                workload,
                                Spread.of(measured.stream()
                                                .map(Measured::allocated)
                                                .toList())
                                        .median()),
                        each(workload, (double) measured.get(0).encoded()))));
        return table.append("\n").toString();
    }

    private static Spread ratios(List<Measured> cairn, List<Measured> other) {
        return Spread.of(IntStream.range(0, other.size())
                .mapToObj(round ->
                        cairn.get(round).milliseconds() / other.get(round).milliseconds())
                .toList());
    }

    private static String each(Workload workload, double bytes) {
        return bytes == 0 ? "" : String.format(Locale.ROOT, "%.1f", bytes / workload.size());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
