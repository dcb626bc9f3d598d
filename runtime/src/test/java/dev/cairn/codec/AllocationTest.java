package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.cairn.codec.Samples.Config;
import dev.cairn.codec.Samples.Optimizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is allocated to encode and decode many small records: the records that are decoded, and nothing for each of them. */
final class AllocationTest {
    private static final int RECORDS = 100_000;

    /** Buffers and the like, for all records together: less than two bytes for each. */
    private static final long MARGIN = 192 << 10;

    private static final ArtifactCodec<List<Config>> CODEC = Codecs.list(Samples.CONFIG);

    private static final byte[][] LABELS = labels();

    private static byte[][] labels() {
        byte[][] labels = new byte[RECORDS][];
        for (int i = 0; i < RECORDS; i++) {
            labels[i] = ("label " + i).getBytes(StandardCharsets.US_ASCII);
        }
        return labels;
    }

    /** In plain Java. */
    private static List<Config> configs() {
        List<Config> configs = new ArrayList<>(RECORDS);
        for (int i = 0; i < RECORDS; i++) {
            String label = new String(LABELS[i], StandardCharsets.ISO_8859_1);
            configs.add(new Config(i / 3.0, i, label, Optimizer.SGD));
        }
        return configs;
    }

    /** What this thread allocates; the second time, when classes are loaded and buffers are there. */
    private static long allocated(Callable<?> work) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        work.call();
        long before = threads.getThreadAllocatedBytes(id);
        work.call();
        return threads.getThreadAllocatedBytes(id) - before;
    }

    @Test
    void decodingAllocatesTheRecordsAndNothingElse() throws Exception {
        byte[] bytes = ArtifactFormat.encode(CODEC, configs()).bytes();
        long records = allocated(AllocationTest::configs);
        assertThat(records).isGreaterThan(RECORDS * 56L);

        assertThat(allocated(() -> ArtifactFormat.decode(CODEC, bytes, new Schemas())))
                .isBetween(records - MARGIN, records + MARGIN);
        assertThat(allocated(() ->
                        ArtifactFormat.decode(CODEC, new ByteArrayInputStream(bytes), bytes.length, new Schemas())))
                .isBetween(records - MARGIN, records + MARGIN);
    }

    @Test
    void encodingAllocatesNothingForARecord() throws Exception {
        List<Config> configs = configs();
        assertThat(allocated(() -> write(configs))).isLessThan(MARGIN);
    }

    /** In memory, buffers that become full, and the array of all bytes. */
    @Test
    void encodingInMemoryAllocatesTheBytesTwice() throws Exception {
        List<Config> configs = configs();
        long size = ArtifactFormat.encode(CODEC, configs).bytes().length;
        assertThat(allocated(() -> ArtifactFormat.encode(CODEC, configs))).isLessThan(2 * size + (1 << 20) + MARGIN);
    }

    @Test
    void anArrayIsAllocatedOnce() throws Exception {
        double[] array = new double[500_000];
        byte[] bytes = ArtifactFormat.encode(Codecs.DOUBLE_ARRAY, array).bytes();
        assertThat(allocated(() -> ArtifactFormat.encode(Codecs.DOUBLE_ARRAY, array)))
                .isBetween((long) bytes.length, bytes.length + MARGIN);
        assertThat(allocated(() -> ArtifactFormat.decode(Codecs.DOUBLE_ARRAY, bytes, new Schemas())))
                .isBetween((long) bytes.length - MARGIN, bytes.length + MARGIN);
    }

    private static Object write(List<Config> configs) throws IOException {
        return ArtifactFormat.write(CODEC, configs, OutputStream.nullOutputStream());
    }
}
