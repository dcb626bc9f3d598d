package dev.cairn.engine.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.codec.FieldValues;
import dev.cairn.codec.StructCodec;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.Blobs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.NoSuchBlobException;
import dev.cairn.engine.flows.ForwardingDatastore;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.values.ArtifactLoader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What tasks of one run get that read one version of an artifact, and what is kept of it. */
@Timeout(60)
class TaskValuesTest {
    private static final boolean LOOKS = false;
    private static final boolean MAY_CHANGE = true;
    private static final boolean ALONE = false;
    private static final boolean WANTED = true;
    private static final int LENGTH = 10_000;
    private static final long BUDGET = 1_000_000;

    private final Datastore datastore = Datastore.inMemory();
    private final ArtifactLoader loader = new ArtifactLoader(datastore);
    private final ValueCache cache = new ValueCache(() -> BUDGET);
    private final TaskValues values = new TaskValues(loader, cache);

    private record Row(String name, List<Integer> numbers) {}

    private static final class RowCodec extends StructCodec<Row> {
        private static final ArtifactCodec<List<Integer>> NUMBERS = Codecs.list(Codecs.BOXED_INT);

        RowCodec() {
            super(Row.class, "com.acme.Row", field("name", Codecs.STRING), field("numbers", NUMBERS));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Row value) {
            Codecs.STRING.write(kryo, output, value.name());
            NUMBERS.write(kryo, output, value.numbers());
        }

        @Override
        protected Row readFields(Kryo kryo, Input input) {
            return new Row(
                    Objects.requireNonNull(Codecs.STRING.read(kryo, input)),
                    Objects.requireNonNull(NUMBERS.read(kryo, input)));
        }

        @Override
        protected Row create(FieldValues values) {
            return new Row(values.at(0), values.at(1));
        }
    }

    /** A class, whose methods may do anything. */
    private static final class Counter {
        private final String name;

        private Counter(String name) {
            this.name = name;
        }
    }

    private static final class CounterCodec extends StructCodec<Counter> {
        CounterCodec() {
            super(Counter.class, "com.acme.Counter", field("name", Codecs.STRING));
        }

        @Override
        protected void writeFields(Kryo kryo, Output output, Counter value) {
            Codecs.STRING.write(kryo, output, value.name);
        }

        @Override
        protected Counter readFields(Kryo kryo, Input input) {
            return new Counter(Objects.requireNonNull(Codecs.STRING.read(kryo, input)));
        }

        @Override
        protected Counter create(FieldValues values) {
            return new Counter(values.at(0));
        }
    }

    private final ArtifactDefinition array = artifact("array", Codecs.DOUBLE_ARRAY);
    private final ArtifactDefinition list = artifact("list", Codecs.list(Codecs.BOXED_INT));

    private static ArtifactDefinition artifact(String name, ArtifactCodec<?> codec) {
        return ArtifactDefinition.artifact(name, "Object", codec);
    }

    private static double[] doubles() {
        return IntStream.range(0, LENGTH).asDoubleStream().toArray();
    }

    private static List<Integer> integers() {
        return new ArrayList<>(IntStream.range(0, LENGTH).boxed().toList());
    }

    private ArtifactRef stored(ArtifactDefinition artifact, Object value) {
        ArtifactWriter writer = writer();
        ArtifactRef ref = writer.write(artifact, value, false);
        writer.blobs().values().forEach(datastore.blobs()::put);
        assertThat(ref.inline()).isNull();
        return ref;
    }

    private ArtifactWriter writer() {
        return new ArtifactWriter(
                loader, new KnownSchemas(), Instant.EPOCH, new LargeArtifacts(Long.MAX_VALUE, line -> {}));
    }

    /** Takes the value away, so that who reads it now has it from what is kept. */
    private void forgetStored(ArtifactRef ref) {
        assertThat(datastore.blobs().delete(ref.address())).isTrue();
    }

    @Test
    void tasksThatOnlyLookShareOneObject() {
        ArtifactRef ref = stored(array, doubles());

        Object first = values.read(ref, array, LOOKS, ALONE);
        Object second = values.read(ref, array, LOOKS, ALONE);

        assertThat(first).isEqualTo(doubles());
        assertThat(second).isSameAs(first);
    }

    @Test
    void whatASecondTaskReadsIsKept() {
        ArtifactRef ref = stored(array, doubles());

        values.read(ref, array, MAY_CHANGE, ALONE);
        assertThat(cache.used()).isZero();
        values.read(ref, array, MAY_CHANGE, ALONE);

        assertThat(cache.used()).isEqualTo(ref.size());
        forgetStored(ref);
        assertThat(values.read(ref, array, LOOKS, ALONE)).isEqualTo(doubles());
    }

    @Test
    void whatOtherTasksAreExpectedToReadIsKeptAtOnce() {
        ArtifactRef ref = stored(array, doubles());
        ArtifactRef other = stored(list, integers());

        values.read(ref, array, MAY_CHANGE, WANTED);
        values.read(other, list, MAY_CHANGE, WANTED);

        forgetStored(ref);
        forgetStored(other);
        assertThat(values.read(ref, array, MAY_CHANGE, ALONE)).isEqualTo(doubles());
        assertThat(values.read(other, list, MAY_CHANGE, ALONE)).isEqualTo(integers());
    }

    @Test
    void aTaskThatMayChangeAnArrayGetsACopy() {
        ArtifactRef ref = stored(array, doubles());
        Object shared = values.read(ref, array, LOOKS, WANTED);

        double[] own = (double[]) values.read(ref, array, MAY_CHANGE, WANTED);
        own[7] = -1;

        assertThat(shared).isEqualTo(doubles());
        assertThat(values.read(ref, array, MAY_CHANGE, WANTED)).isEqualTo(doubles());
    }

    @Test
    void aChangeOfASharedArrayIsSeenWhoeverReadItFirst() {
        ArtifactRef ref = stored(array, doubles());
        values.read(ref, array, MAY_CHANGE, WANTED);
        double[] shared = (double[]) Objects.requireNonNull(values.read(ref, array, LOOKS, WANTED));
        assertThat(values.changedWhileShared()).isEmpty();

        shared[7] = -1;

        assertThat(values.changedWhileShared()).containsExactly(array);
    }

    @Test
    void aChangeOfASharedArrayIsSeenAlthoughItIsKeptNoMore() {
        ArtifactRef ref = stored(array, doubles());
        double[] shared = (double[]) Objects.requireNonNull(values.read(ref, array, LOOKS, WANTED));
        values.close(); // as if other values took its place
        Object other = values.read(ref, array, LOOKS, WANTED);

        shared[7] = -1;

        assertThat(other).isNotSameAs(shared);
        assertThat(values.changedWhileShared()).containsExactly(array);
    }

    /** An array holds no more bytes than an {@code int} counts, however large the heap is. */
    @Test
    void whatIsLargerThanAnArrayIsDecodedFromAStream() {
        ValueCache boundless = new ValueCache(() -> Long.MAX_VALUE);
        ArtifactRef stored = stored(list, integers());
        ArtifactRef large = new ArtifactRef(stored.address(), 3L << 30, "Object", Instant.EPOCH, false, null);

        assertThat(new TaskValues(loader, boundless).read(large, list, MAY_CHANGE, WANTED))
                .isEqualTo(integers());
        assertThat(boundless.used()).isZero();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTaskThatMayChangeACollectionGetsOneOfItsOwn() {
        ArtifactRef ref = stored(list, integers());
        Object shared = values.read(ref, list, LOOKS, WANTED);

        List<Integer> own = (List<Integer>) values.read(ref, list, MAY_CHANGE, WANTED);
        own.add(7);

        assertThat(shared).isEqualTo(integers());
        assertThat(values.read(ref, list, MAY_CHANGE, WANTED)).isEqualTo(integers());
    }

    @Test
    void whetherAnArrayWasChangedIsSeenInWhatIsKept() {
        double[] before = doubles();
        before[0] = Double.NaN;
        before[1] = -0.0;
        ArtifactRef ref = stored(array, before);
        values.read(ref, array, MAY_CHANGE, WANTED);
        double[] own = (double[]) values.read(ref, array, MAY_CHANGE, WANTED);
        HeldValue held = values.held(ref, array, own, MAY_CHANGE);
        forgetStored(ref);

        own[0] = Double.longBitsToDouble(0x7ff8_0000_0000_0001L); // another NaN, which is stored as the same
        assertThat(writer().writeIfChanged(ref, array, own, held)).isSameAs(ref);
        own[1] = 0.0;
        assertThat(held.isStill(own)).isEqualTo(HeldValue.Answer.OTHER);
        ArtifactRef changed = writer().writeIfChanged(ref, array, own, held);
        assertThat(changed.address()).isNotEqualTo(ref.address());
        assertThat(held.isStill(null)).isEqualTo(HeldValue.Answer.OTHER);
    }

    @Test
    @SuppressWarnings("unchecked")
    void whetherACollectionWasChangedIsSeenInItsBytes() {
        ArtifactRef ref = stored(list, integers());
        List<Integer> own = (List<Integer>) values.read(ref, list, MAY_CHANGE, WANTED);
        HeldValue held = values.held(ref, list, own, MAY_CHANGE);

        assertThat(held.isStill(own)).isEqualTo(HeldValue.Answer.SAME);
        assertThat(held.isStill(integers())).isEqualTo(HeldValue.Answer.SAME);
        own.set(LENGTH - 1, -1);
        assertThat(held.isStill(own)).isEqualTo(HeldValue.Answer.OTHER);
        assertThat(held.isStill(own.subList(0, LENGTH - 1))).isEqualTo(HeldValue.Answer.OTHER);
        own.set(LENGTH - 1, LENGTH - 1);
        own.add(1);
        assertThat(held.isStill(own)).isEqualTo(HeldValue.Answer.OTHER);
        assertThat(held.isStill(null)).isEqualTo(HeldValue.Answer.OTHER);
    }

    @Test
    void whatIsNotKeptIsComparedWithItsAddress() {
        ArtifactRef ref = stored(array, doubles());
        double[] own = (double[]) values.read(ref, array, MAY_CHANGE, ALONE);
        HeldValue held = values.held(ref, array, own, MAY_CHANGE);

        assertThat(held.isStill(own)).isEqualTo(HeldValue.Answer.OPEN);
        assertThat(writer().writeIfChanged(ref, array, own, held)).isSameAs(ref);
        own[1] = -1;
        assertThat(writer().writeIfChanged(ref, array, own, held).address()).isNotEqualTo(ref.address());
    }

    @Test
    void recordsAreSharedButNoObjectsOfClasses() {
        ArtifactDefinition rows = artifact("rows", Codecs.list(new RowCodec()));
        ArtifactDefinition counter = artifact("counter", new CounterCodec());
        List<Row> row = List.of(new Row("x".repeat(LENGTH), List.of(1, 2)));
        ArtifactRef storedRows = stored(rows, row);
        ArtifactRef storedCounter = stored(counter, new Counter("x".repeat(LENGTH)));

        Object shared = values.read(storedRows, rows, LOOKS, WANTED);
        Object first = values.read(storedCounter, counter, LOOKS, WANTED);
        Object second = values.read(storedCounter, counter, LOOKS, WANTED);

        assertThat(shared).isEqualTo(row);
        assertThat(values.read(storedRows, rows, LOOKS, WANTED)).isSameAs(shared);
        assertThat(second).isNotSameAs(first);
        assertThat(((Counter) Objects.requireNonNull(second)).name).hasSize(LENGTH);
    }

    @Test
    void whatMayHoldAnythingIsNotShared() {
        ArtifactDefinition any = artifact("any", Codecs.any());
        ArtifactRef ref = stored(any, integers());

        Object first = values.read(ref, any, LOOKS, WANTED);

        assertThat(values.read(ref, any, LOOKS, WANTED)).isEqualTo(first).isNotSameAs(first);
    }

    @Test
    void twoArtifactsWithOneContentAreTwoObjects() {
        ArtifactDefinition other = artifact("other", Codecs.DOUBLE_ARRAY);
        ArtifactRef ref = stored(array, doubles());

        assertThat(values.read(ref, other, LOOKS, WANTED))
                .isEqualTo(values.read(ref, array, LOOKS, WANTED))
                .isNotSameAs(values.read(ref, array, LOOKS, WANTED));
    }

    @Test
    void moreThanTheBudgetIsNeverKept() {
        int most = (int) (BUDGET / doubles().length / Double.BYTES);
        List<ArtifactRef> refs = new ArrayList<>();
        for (int i = 0; i < most + 1; i++) {
            double[] different = doubles();
            different[0] = i;
            refs.add(stored(array, different));
            values.read(refs.get(i), array, MAY_CHANGE, WANTED);
            values.read(refs.get(0), array, MAY_CHANGE, WANTED); // is used all the time
            assertThat(cache.used()).isBetween(1L, BUDGET);
        }

        forgetStored(refs.get(0));
        assertThat(values.read(refs.get(0), array, MAY_CHANGE, ALONE)).isEqualTo(doubles());
        forgetStored(refs.get(1));
        assertThatThrownBy(() -> values.read(refs.get(1), array, MAY_CHANGE, ALONE))
                .isInstanceOf(NoSuchBlobException.class);
    }

    @Test
    void whatIsLargerThanTheBudgetIsReadByEachTask() {
        ArtifactRef ref = stored(array, new double[(int) BUDGET / Double.BYTES + 1]);

        Object first = values.read(ref, array, LOOKS, WANTED);

        assertThat(values.read(ref, array, LOOKS, WANTED)).isEqualTo(first).isNotSameAs(first);
        assertThat(cache.used()).isZero();
    }

    /** Decoded, it may take 32 times its bytes: those fit, decoded it is not kept. */
    @Test
    void ofWhatIsTooLargeDecodedTheBytesAreKept() {
        ArtifactRef ref =
                stored(list, new ArrayList<>(IntStream.range(0, 20_000).boxed().toList()));
        assertThat(32 * ref.size()).isGreaterThan(BUDGET);

        values.read(ref, list, LOOKS, WANTED);
        assertThat(cache.used()).isZero();
        values.read(ref, list, MAY_CHANGE, WANTED);
        assertThat(cache.used()).isEqualTo(ref.size());
    }

    @Test
    void aRunThatEndsLeavesNothing() {
        TaskValues other = new TaskValues(loader, cache);
        ArtifactRef ref = stored(array, doubles());
        values.read(ref, array, LOOKS, WANTED);
        other.read(ref, array, LOOKS, WANTED);
        assertThat(cache.used()).isEqualTo(2 * ref.size());

        values.close();
        assertThat(cache.used()).isEqualTo(ref.size());
        other.close();
        assertThat(cache.used()).isZero();
    }

    @Test
    void whoComesWhileItIsReadWaitsForIt() throws Exception {
        ArtifactRef ref = stored(array, doubles());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<@Nullable Object>> reads = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                reads.add(threads.submit(() -> {
                    start.await();
                    return values.read(ref, array, LOOKS, WANTED);
                }));
            }
            start.countDown();
            Object first = reads.get(0).get();
            for (Future<@Nullable Object> read : reads) {
                assertThat(read.get()).isSameAs(first);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Up to JDK 23, a virtual thread that waits with a monitor, or for one, keeps its carrier, of which there are few. */
    @Test
    void whoReadsHoldsNoMonitorMeanwhile() throws Exception {
        ArtifactRef ref = stored(array, doubles());
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch read = new CountDownLatch(1);
        ArtifactLoader slow = new ArtifactLoader(new ForwardingDatastore(datastore) {
            @Override
            public Blobs blobs() {
                reading.countDown();
                awaitQuietly(read);
                return super.blobs();
            }
        });
        TaskValues others = new TaskValues(slow, cache);
        Thread first = new Thread(() -> others.read(ref, array, LOOKS, WANTED), "first");
        first.start();
        reading.await();
        Thread second = new Thread(() -> others.read(ref, array, LOOKS, WANTED), "second");
        second.start();
        while (second.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        ThreadInfo[] infos = ManagementFactory.getThreadMXBean()
                .getThreadInfo(new long[] {first.getId(), second.getId()}, true, false);
        assertThat(infos)
                .allSatisfy(info -> assertThat(info.getLockedMonitors()).isEmpty());
        read.countDown();
        first.join();
        second.join();
    }
}
