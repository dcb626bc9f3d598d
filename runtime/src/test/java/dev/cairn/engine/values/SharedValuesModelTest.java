package dev.cairn.engine.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Datastore;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random tasks that read shared values at the same time, and change them in place or do not, against plain objects that nobody shares:
 * each task finds the value that was stored, its change is stored, and nobody else sees it, whatever fits into the budget.
 * {@code -Dshared.tasks=100000 -Dshared.seed=7} makes more of them.
 */
@Timeout(600)
class SharedValuesModelTest {
    private static final int TASKS = Integer.getInteger("shared.tasks", 3_000);
    private static final int THREADS = 4;
    private static final int VERSIONS = 6;

    /** A type of values: how one is made, copied and changed. */
    private record Kind<V>(
            ArtifactDefinition artifact,
            Function<Random, V> make,
            Function<V, V> copy,
            BiConsumer<V, Random> change,
            Function<V, String> text) {
        static <V> Kind<V> of(
                String name,
                ArtifactCodec<V> codec,
                Function<Random, V> make,
                Function<V, V> copy,
                BiConsumer<V, Random> change,
                Function<V, String> text) {
            return new Kind<>(ArtifactDefinition.artifact(name, name, codec), make, copy, change, text);
        }
    }

    private static final List<Kind<?>> KINDS = List.of(
            Kind.of(
                    "doubles",
                    Codecs.DOUBLE_ARRAY,
                    random -> random.doubles(500 + random.nextInt(3_000)).toArray(),
                    double[]::clone,
                    (array, random) -> array[random.nextInt(array.length)] = random.nextInt(3) - 1,
                    Arrays::toString),
            Kind.of(
                    "bytes",
                    Codecs.BYTE_ARRAY,
                    random -> {
                        byte[] bytes = new byte[2_000 + random.nextInt(20_000)];
                        random.nextBytes(bytes);
                        return bytes;
                    },
                    byte[]::clone,
                    (array, random) -> array[random.nextInt(array.length)] = (byte) random.nextInt(256),
                    Arrays::toString),
            Kind.of(
                    "list",
                    Codecs.list(Codecs.list(Codecs.BOXED_INT)),
                    SharedValuesModelTest::lists,
                    lists -> {
                        List<List<Integer>> copy = new ArrayList<>();
                        lists.forEach(list -> copy.add(new ArrayList<>(list)));
                        return copy;
                    },
                    (lists, random) -> lists.get(random.nextInt(lists.size())).set(0, random.nextInt(2)),
                    List::toString),
            Kind.of(
                    "map",
                    Codecs.map(Codecs.STRING, Codecs.INT_ARRAY),
                    SharedValuesModelTest::arrays,
                    map -> {
                        Map<String, int[]> copy = new HashMap<>();
                        map.forEach((key, value) -> copy.put(key, value.clone()));
                        return copy;
                    },
                    (map, random) ->
                            Objects.requireNonNull(map.get("key" + random.nextInt(map.size())))[0] = random.nextInt(2),
                    map -> {
                        StringBuilder text = new StringBuilder();
                        for (int i = 0; i < map.size(); i++) {
                            text.append(Arrays.toString(map.get("key" + i)));
                        }
                        return text.toString();
                    }));

    private static List<List<Integer>> lists(Random random) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < 500 + random.nextInt(500); i++) {
            lists.add(new ArrayList<>(List.of(random.nextInt(2), i, random.nextInt())));
        }
        return lists;
    }

    private static Map<String, int[]> arrays(Random random) {
        Map<String, int[]> map = new HashMap<>();
        for (int i = 0; i < 100 + random.nextInt(100); i++) {
            map.put("key" + i, new int[] {random.nextInt(2), i, random.nextInt()});
        }
        return map;
    }

    @Test
    void eachTaskFindsWhatWasStoredAndItsChangeIsItsOwn() throws Exception {
        long seed = Long.getLong("shared.seed", 20261130);
        for (long budget : new long[] {0, 20_000, 200_000, 100_000_000}) {
            new Model(seed, budget).run();
        }
    }

    /** One version of a value, and what it is. */
    private record Stored<V>(Kind<V> kind, ArtifactRef ref, V value) {}

    private static final class Model {
        private final Datastore datastore = Datastore.inMemory();
        private final ArtifactLoader loader = new ArtifactLoader(datastore);
        private final ValueCache cache;
        private final TaskValues values;
        private final String description;
        private final long seed;
        private final long budget;
        private final List<Stored<?>> stored = new ArrayList<>();

        Model(long seed, long budget) {
            this.seed = seed;
            this.budget = budget;
            this.cache = new ValueCache(() -> budget);
            this.values = new TaskValues(loader, cache);
            this.description = "seed " + seed + ", budget " + budget;
        }

        void run() throws Exception {
            Random random = new Random(seed);
            for (Kind<?> kind : KINDS) {
                for (int i = 0; i < VERSIONS; i++) {
                    stored.add(newVersion(kind, random));
                }
            }
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            try {
                List<Future<Integer>> workers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    Random own = new Random(seed + i + 1);
                    workers.add(threads.submit(() -> tasks(own)));
                }
                int changed = 0;
                for (Future<Integer> worker : workers) {
                    changed += worker.get();
                }
                assertThat(changed).as(description).isBetween(TASKS / 10, TASKS);
            } finally {
                threads.shutdown();
            }
            values.close();
            assertThat(cache.used()).isZero();
        }

        private <V> Stored<V> newVersion(Kind<V> kind, Random random) {
            V value = kind.make().apply(random);
            ArtifactRef ref = write(writer -> writer.write(kind.artifact(), value, false));
            return new Stored<>(kind, ref, value);
        }

        private ArtifactRef write(Function<ArtifactWriter, ArtifactRef> writing) {
            ArtifactWriter writer = new ArtifactWriter(
                    loader, new KnownSchemas(), Instant.EPOCH, new LargeArtifacts(Long.MAX_VALUE, line -> {}));
            ArtifactRef ref = writing.apply(writer);
            writer.blobs().values().forEach(datastore.blobs()::put);
            return ref;
        }

        private int tasks(Random random) {
            int changed = 0;
            for (int i = 0; i < TASKS / THREADS; i++) {
                changed += task(stored.get(random.nextInt(stored.size())), random) ? 1 : 0;
                assertThat(cache.used()).as(description).isLessThanOrEqualTo(budget);
            }
            return changed;
        }

        /** Reads a version, and changes it in place if it may; whether it became another one. */
        private <V> boolean task(Stored<V> version, Random random) {
            Kind<V> kind = version.kind();
            boolean mayChange = random.nextBoolean();
            @SuppressWarnings("unchecked")
            V value = (V) Objects.requireNonNull(
                    values.read(version.ref(), kind.artifact(), mayChange, random.nextInt(4) == 0));
            HeldValue held = values.held(version.ref(), kind.artifact(), value, mayChange);
            String before = kind.text().apply(version.value());
            assertThat(kind.text().apply(value)).as(description).isEqualTo(before);

            V plain = kind.copy().apply(version.value());
            if (mayChange) {
                for (int changes = random.nextInt(3); changes > 0; changes--) {
                    long change = random.nextLong();
                    kind.change().accept(plain, new Random(change));
                    kind.change().accept(value, new Random(change));
                }
            }
            ArtifactRef after = write(writer -> writer.writeIfChanged(version.ref(), kind.artifact(), value, held));

            String expected = kind.text().apply(plain);
            assertThat(after == version.ref()).as(description).isEqualTo(expected.equals(before));
            @SuppressWarnings("unchecked")
            V read = (V)
                    Objects.requireNonNull(loader.value(after, kind.artifact().codec()));
            assertThat(kind.text().apply(read)).as(description).isEqualTo(expected);
            return after != version.ref();
        }
    }
}
