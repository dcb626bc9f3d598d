package dev.cairn.client;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.CorruptBlobException;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.IncludedFile;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.Items;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever way a stored value is read, and wherever it lies: if one bit of it differs, nothing of it is handed over. */
class VerifiedReadsTest {
    private static final long SEED = 20261129;

    private static final List<String> NAMES =
            List.of("octets", "numbers", "fractions", "text", "list", "map", "any", "items", "included");

    @TempDir
    private Path directory;

    /** Where values of some size lie. */
    enum Place {
        RECORD(100, 24),
        ROW(5_000, 24),
        FILE(100_000, 10);

        private final int bytes;
        private final int damages;

        Place(int bytes, int damages) {
            this.bytes = bytes;
            this.damages = damages;
        }
    }

    /** The flow class: a value of each type that decodes in a way of its own. */
    static final class Flow {
        IncludedFile included;
        byte[] octets;
        int[] numbers;
        double[] fractions;
        String text;
        List<String> list;
        Map<String, Object> map;
        Object any;
        List<byte[]> items;
        boolean loaded;
    }

    private static TestFlow<Flow> flow(Place place) {
        ArtifactCodec<IncludedFile> file = IncludedFile.CODEC;
        Access values =
                Access.nothing().mustAssign("octets", "numbers", "fractions", "text", "list", "map", "any", "items");
        return TestFlow.of("Values", Flow.class, Flow::new)
                .field(
                        ArtifactDefinition.parameter("included", "IncludedFile", file),
                        flow -> flow.included,
                        (flow, value) -> flow.included = value)
                .artifact(
                        "octets",
                        "byte[]",
                        Codecs.BYTE_ARRAY,
                        flow -> flow.octets,
                        (flow, value) -> flow.octets = value)
                .artifact(
                        "numbers",
                        "int[]",
                        Codecs.INT_ARRAY,
                        flow -> flow.numbers,
                        (flow, value) -> flow.numbers = value)
                .artifact(
                        "fractions",
                        "double[]",
                        Codecs.DOUBLE_ARRAY,
                        flow -> flow.fractions,
                        (flow, value) -> flow.fractions = value)
                .artifact("text", "String", Codecs.STRING, flow -> flow.text, (flow, value) -> flow.text = value)
                .artifact(
                        "list",
                        "List<String>",
                        Codecs.list(Codecs.STRING),
                        flow -> flow.list,
                        (flow, value) -> flow.list = value)
                .artifact(
                        "map",
                        "Map<String, Object>",
                        Codecs.map(Codecs.STRING, Codecs.any()),
                        flow -> flow.map,
                        (flow, value) -> flow.map = value)
                .artifact("any", "Object", Codecs.any(), flow -> flow.any, (flow, value) -> flow.any = value)
                .artifact(
                        "items",
                        "List<byte[]>",
                        Codecs.list(Codecs.BYTE_ARRAY),
                        flow -> flow.items,
                        (flow, value) -> flow.items = value)
                .artifact(
                        "loaded", "boolean", Codecs.BOOLEAN, flow -> flow.loaded, (flow, value) -> flow.loaded = value)
                .step(
                        foreach("start", "join", "items", Items.iterable(Codecs.BYTE_ARRAY), "work")
                                .access(values),
                        (flow, task) -> {
                            Random random = new Random(SEED);
                            flow.octets = octets(random, place.bytes);
                            flow.numbers = random.ints(place.bytes / 4).toArray();
                            flow.fractions = random.doubles(place.bytes / 8).toArray();
                            flow.text = text(random, place.bytes);
                            flow.list = IntStream.range(0, 10)
                                    .mapToObj(i -> text(random, place.bytes / 10))
                                    .toList();
                            flow.map = new LinkedHashMap<>(
                                    Map.of("a", text(random, place.bytes / 2), "b", octets(random, place.bytes / 2)));
                            flow.any = List.of(1, text(random, place.bytes));
                            flow.items = IntStream.range(0, 3)
                                    .mapToObj(i -> octets(random, place.bytes / 3))
                                    .toList();
                            task.context().files().put("file", output -> output.write(octets(random, place.bytes)));
                        })
                .step(
                        linear("work", "join").access(Access.nothing().mustAssign("loaded")),
                        (flow, task) -> flow.loaded = true)
                .step(linear("join", "end").join().access(Access.nothing()), (flow, task) -> {})
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build();
    }

    private static byte[] octets(Random random, int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private static String text(Random random, int length) {
        return random.ints(length, ' ', 127)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A way in which somebody reads a value. */
    @FunctionalInterface
    private interface Way {
        void read() throws Exception;
    }

    /** The ways in which each blob of a run is read, by its address. */
    private static Map<String, Map<String, Way>> ways(Run run, Path target) {
        Map<String, Map<String, Way>> ways = new LinkedHashMap<>();
        Task start = run.step("start").task();
        for (String name : NAMES) {
            DataArtifact artifact = start.artifact(name);
            Map<String, Way> ofBlob = ways.computeIfAbsent(artifact.sha(), address -> new LinkedHashMap<>());
            ofBlob.put(
                    name + " by accessor",
                    () -> run.step("start").task().taskArtifacts().value(name));
            ofBlob.put(name + ".value()", artifact::value);
            ofBlob.put(name + ".as()", () -> artifact.as(Object.class));
            ofBlob.put(name + ".tree()", artifact::tree);
            ofBlob.put(name + ".open()", () -> drain(artifact.open()));
            ofBlob.put(name + ".open(), byte by byte", () -> readSingly(artifact.open()));
            ofBlob.put(name + ".open(), as many as there are", () -> readExactly(artifact.open(), artifact.size()));
        }
        ways.get(start.artifact("included").sha())
                .put("the run's included", () -> run.artifact("included").value());
        Task work = run.step("work").task(1);
        ways.put(start.fork().orElseThrow().items().toString(), Map.of("an item by index", work::foreachStack));
        ways.put(
                fileAddress(run),
                Map.of(
                        "files().open()", () -> drain(run.files().open("file")),
                        "files().open(), as many as there are",
                                () -> readExactly(
                                        run.files().open("file"), run.files().size("file")),
                        "files().copyTo()", () -> run.files().copyTo("file", target)));
        return ways;
    }

    private static String fileAddress(Run run) {
        return run.reader()
                .datastore()
                .runs()
                .file(run.runId(), "file:file")
                .orElseThrow()
                .content()
                .address()
                .toString();
    }

    private static void drain(InputStream stream) throws IOException {
        try (stream) {
            stream.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void readSingly(InputStream stream) throws IOException {
        try (stream) {
            while (stream.read() >= 0) {
                // nothing is done with it
            }
        }
    }

    private static void readExactly(InputStream stream, long size) throws IOException {
        try (stream) {
            for (long left = size; left > 0; ) {
                left -= stream.read(new byte[(int) Math.min(left, 700)]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"ROW", "FILE"})
    void noDamageOfABlobIsOverlooked(Place place) throws Exception {
        Random random = new Random(SEED);
        Path target = directory.resolve("target");
        List<String> overlooked = new ArrayList<>();
        int tried = 0;
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            for (Map.Entry<String, Map<String, Way>> blob :
                    ways(run(place, datastore), target).entrySet()) {
                StoredBlob stored = StoredBlob.of(directory.resolve("store"), blob.getKey());
                byte[] sound = stored.read();
                for (byte[] damaged : damages(sound, place.damages, random)) {
                    stored.write(damaged);
                    for (Map.Entry<String, Way> way : blob.getValue().entrySet()) {
                        tried++;
                        if (!(catchThrowable(() -> way.getValue().read()) instanceof CorruptBlobException)) {
                            overlooked.add(way.getKey());
                        }
                    }
                }
                stored.write(sound);
                for (Way way : blob.getValue().values()) {
                    way.read();
                }
            }
        }
        assertThat(overlooked).as("seed %s, of %s", SEED, tried).isEmpty();
        assertThat(tried).isEqualTo((9 * 7 + 1 + 1 + 3) * place.damages);
    }

    /** Bits that flipped, most of all at the end, where nobody may look any more; bytes that are gone; a byte too many. */
    private static List<byte[]> damages(byte[] sound, int count, Random random) {
        List<byte[]> damages = new ArrayList<>();
        for (int at : new int[] {0, 60, sound.length - 1, sound.length - 2}) {
            damages.add(flipped(sound, at, random));
        }
        while (damages.size() < count - 4) {
            damages.add(flipped(sound, random.nextInt(sound.length), random));
        }
        damages.add(Arrays.copyOf(sound, sound.length - 1));
        damages.add(Arrays.copyOf(sound, sound.length / 2));
        damages.add(new byte[0]);
        damages.add(Arrays.copyOf(sound, sound.length + 1));
        return damages;
    }

    private static byte[] flipped(byte[] sound, int at, Random random) {
        byte[] flipped = sound.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    @Test
    void aFileIsNotCopiedOverWhatIsThereUntilItIsKnownToBeSound() throws Exception {
        Path target = Files.writeString(directory.resolve("target"), "mine");
        try (Datastore datastore = Datastore.of("file:" + directory.resolve("store"))) {
            Run run = run(Place.FILE, datastore);
            StoredBlob stored = StoredBlob.of(directory.resolve("store"), fileAddress(run));
            byte[] sound = stored.read();
            stored.write(flipped(sound, sound.length - 1, new Random(SEED)));

            assertThat(catchThrowable(() -> run.files().copyTo("file", target)))
                    .isInstanceOf(CorruptBlobException.class);
            assertThat(target).hasContent("mine");

            stored.write(sound);
            run.files().copyTo("file", target);
            assertThat(target).hasBinaryContent(sound);
            try (Stream<Path> names = Files.list(directory)) {
                assertThat(names).containsExactlyInAnyOrder(target, directory.resolve("store"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"ROW", "FILE"})
    void aTaskDoesNotStartWithADamagedValue(Place place) {
        Random random = new Random(SEED);
        int noticed = 0;
        for (int round = 0; round < 20; round++) {
            Path store = directory.resolve("store" + round);
            boolean[] called = new boolean[1];
            try (Datastore datastore = Datastore.of("file:" + store)) {
                TestFlow<Flow> flow = TestFlow.of("Loading", Flow.class, Flow::new)
                        .artifact(
                                "numbers",
                                "int[]",
                                Codecs.INT_ARRAY,
                                each -> each.numbers,
                                (each, value) -> each.numbers = value)
                        .step(
                                linear("start", "damage")
                                        .access(Access.nothing().mustAssign("numbers")),
                                (each, task) -> each.numbers =
                                        new Random(SEED).ints(place.bytes / 4).toArray())
                        .step(linear("damage", "end").access(Access.nothing()), (each, task) -> {
                            StoredBlob blob = StoredBlob.of(store, numbers(datastore));
                            byte[] sound = blob.read();
                            blob.write(flipped(sound, 60 + random.nextInt(sound.length - 60), random));
                        })
                        .step(end("end").access(Access.nothing().reads("numbers")), (each, task) -> called[0] = true)
                        .build();
                Throwable failure = catchThrowable(
                        () -> TestRun.of(flow).datastore(datastore).run());
                assertThat(failure)
                        .isInstanceOf(FlowFailedException.class)
                        .hasCauseInstanceOf(CorruptBlobException.class);
                noticed++;
            }
            assertThat(called[0]).isFalse();
        }
        assertThat(noticed).isEqualTo(20);
    }

    /** The address of what the first step stored, durably. */
    private static String numbers(Datastore datastore) {
        RunRecord run;
        try (Stream<RunRecord> runs = datastore.runs().list(RunQuery.all())) {
            run = runs.findFirst().orElseThrow();
        }
        try (Stream<TaskRecord> tasks = datastore.runs().tasks(run.id(), "start")) { // waits for what is on its way
            return tasks.findFirst()
                    .orElseThrow()
                    .artifacts()
                    .get("numbers")
                    .address()
                    .toString();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:", "file:"})
    void noDamageOfAValueInARecordIsOverlooked(String kind) throws Exception {
        Random random = new Random(SEED);
        List<String> overlooked = new ArrayList<>();
        int tried = 0;
        try (Datastore datastore = Datastore.of(kind.equals("file:") ? kind + directory.resolve("store") : kind)) {
            Run sound = run(Place.RECORD, datastore);
            for (String name : NAMES) {
                for (int round = 0; round < Place.RECORD.damages; round++) {
                    Datastore damaging = DamagingDatastore.of(datastore, name, random);
                    Run run = Cairn.open(damaging, flow(Place.RECORD)).run(sound.pathspec());
                    Task start = run.step("start").task();
                    DataArtifact artifact = start.artifact(name);
                    Map<String, Way> ways = Map.of(
                            "accessor", () -> start.taskArtifacts().value(name),
                            "value()", artifact::value,
                            "as()", () -> artifact.as(Object.class),
                            "tree()", artifact::tree,
                            "open()", artifact::open);
                    for (Map.Entry<String, Way> way : ways.entrySet()) {
                        tried++;
                        if (!(catchThrowable(() -> way.getValue().read()) instanceof CorruptBlobException)) {
                            overlooked.add(name + " by " + way.getKey());
                        }
                    }
                }
            }
        }
        assertThat(overlooked).as("seed %s, of %s", SEED, tried).isEmpty();
        assertThat(tried).isEqualTo(9 * 5 * Place.RECORD.damages);
    }

    private static Run run(Place place, Datastore datastore) {
        return TestRun.of(flow(place))
                .datastore(datastore)
                .maxWorkers(1)
                .parameter("included", IncludedFile.ofBytes("file.bin", octets(new Random(1), place.bytes)))
                .run();
    }
}
