package dev.cairn.benchmarks.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured does what it is measured for; how long that takes, no test judges. */
class CodecsBenchmarkTest {
    private static final int SIZE = 50;

    @TempDir
    Path directory;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void generateCodecs() throws IOException {
        GeneratedCodecs.compile(directory);
        URL[] classes = {directory.toUri().toURL()};
        Thread.currentThread()
                .setContextClassLoader(new URLClassLoader(classes, getClass().getClassLoader()));
    }

    @AfterEach
    void forgetCodecs() throws IOException {
        URLClassLoader generated = (URLClassLoader) Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(before);
        generated.close();
    }

    @Test
    void everySerializerReadsWhatItWrote() throws IOException {
        for (Workload workload : Workload.values()) {
            Object value = workload.value(SIZE);
            for (Contender contender : workload.contenders()) {
                if (contender.does(workload, Direction.READ_STREAM)) {
                    Serializer serializer = contender.serializer(workload);
                    byte[] bytes = (byte[]) serializer.toBytes(value);
                    ByteArrayOutputStream stream = new ByteArrayOutputStream();
                    serializer.write(value, stream);
                    assertThat(serializer.fromBytes(bytes))
                            .as("%s of %s", contender, workload)
                            .isEqualTo(value);
                    assertThat(serializer.read(new ByteArrayInputStream(stream.toByteArray()), stream.size()))
                            .as("%s of %s from a stream", contender, workload)
                            .isEqualTo(value);
                }
            }
        }
    }

    @Test
    void theBeginningIsThatOfTheTree() throws IOException {
        byte[] bytes = (byte[]) Contender.CAIRN.serializer(Workload.ROWS).toBytes(Workload.ROWS.value(SIZE));
        Object tree = Contender.CAIRN_TREE.serializer(Workload.ROWS).fromBytes(bytes);
        Object beginning = Contender.CAIRN_BEGINNING.serializer(Workload.ROWS).fromBytes(bytes);
        assertThat(beginning).isEqualTo(tree.toString());
    }

    @Test
    void theReportComparesWithinARound() {
        CodecsReport report = new CodecsReport(new CodecsBenchmark(2, 1));
        for (double load : new double[] {1, 10}) {
            Measured cairn = new Measured(20 * load, 96e6, 24_000_000);
            report.add(Workload.ROWS, Direction.READ_BYTES, Contender.CAIRN, cairn);
            Measured kryo = new Measured(80 * load, 200e6, 25_000_000);
            report.add(Workload.ROWS, Direction.READ_BYTES, Contender.KRYO, Measured.parse(kryo.line()));
        }
        assertThat(report.text()).contains("""
                ## rows (1,000,000), read bytes

                | | time | Cairn / this | allocated | encoded |
                | --- | ---: | ---: | ---: | ---: |
                | Cairn | 110.0 (20.0-200.0) |  | 96.0 | 24.0 |
                | Kryo | 440.0 (80.0-800.0) | 0.25 (0.25-0.25) | 200.0 | 25.0 |
                """);
    }
}
