package dev.cairn.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.OtherJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever an artifact and its schema are, reading them gives a value or a {@link CodecException}, in proportion to their size; no
 * class is loaded for a name that is in them, and none of their code runs. {@code -Dhostile.inputs=10000000} reads as many as the
 * documentation promises; {@code -Dhostile.first} and {@code -Dhostile.seed} choose others. A virtual machine of its own reads them,
 * which says what classes it loaded, and whose heap is small.
 */
final class HostileInputsTest {
    private static final long COUNT = Long.getLong("hostile.inputs", 3000);
    private static final long FIRST = Long.getLong("hostile.first", 0);

    /** A few are read before what the second compiler costs would pay. */
    private static final String COMPILER = "-XX:TieredStopAtLevel=" + (COUNT > 10_000 ? 4 : 1);

    private static final long SEED = Long.getLong("hostile.seed", 20261129);

    @Test
    void eachIsReadOrRefusedInProportionAndLoadsNoClass(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path log = directory.resolve("classes.txt");
        OtherJvm machine = OtherJvm.same("-Xmx192m", "-XX:+UseSerialGC", COMPILER, "-Xlog:class+load:file=" + log);

        OtherJvm.Result result = machine.run(HostileMain.class, SEED, FIRST, COUNT);

        System.out.println(result.lines().get(result.lines().size() - 1));
        String output = String.join("\n", result.lines());
        assertThat(output).contains("violations 0\n").contains("canary []\n");
        assertThat(result.exitStatus()).isZero();
        // What stands for a class that is looked up was not; and that it would have been seen.
        assertThat(Files.readString(log))
                .contains(Decoys.class.getName() + " ")
                .doesNotContain("dev.cairn.codec.Canary ");
        Map<String, Long> counts = counts(result.lines());
        assertThat(counts.keySet())
                .contains("typed: IncompatibleSchemaException", "schema: MalformedArtifactException");
        for (String how : List.of("typed", "planned", "typed from a stream", "tree", "fromTree", "text of tree")) {
            assertThat(counts.get(how + ": read")).as(how).isGreaterThan(COUNT / 1000);
        }
        for (String how : List.of("typed", "planned", "tree")) {
            assertThat(counts.get(how + ": MalformedArtifactException")).as(how).isGreaterThan(COUNT / 20);
        }
    }

    private static Map<String, Long> counts(List<String> lines) {
        Map<String, Long> counts = new HashMap<>();
        for (String line : lines) {
            int end = line.lastIndexOf(": ");
            if (line.startsWith("  ") && line.substring(end + 2).matches("[0-9]+")) {
                counts.put(line.substring(2, end), Long.parseLong(line.substring(end + 2)));
            }
        }
        return counts;
    }
}
