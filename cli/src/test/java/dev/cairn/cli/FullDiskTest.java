package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A run whose disk gets full says so, and is listed as failed by whoever looks next, be it at once: on a disk of its own, in a name
 * space of mounts, where the system lets us.
 */
class FullDiskTest {
    /** The first task that fails may be one that came after the write which found the disk full. */
    private static final String LATER = " Nothing was stored since; open the datastore again\\.";

    @TempDir
    private Path disk;

    @BeforeEach
    void mayMount() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/unshare"))).isTrue();
        assumeThat(new ProcessBuilder("unshare", "-rm", "true").start().waitFor())
                .isZero();
    }

    /** Values in the records of tasks, in rows of their own, and in files. */
    @ParameterizedTest
    @CsvSource({
        "700, 100",
        "1300, 100",
        "700, 900",
        "1777, 900",
        "1000, 20000",
        "2500, 20000",
        "2500, 300000",
        "1500, 2000000"
    })
    void aRunThatFillsItsDiskIsListedAsFailed(int kilobytes, int bytesOfEachTask) throws Exception {
        Path store = disk.resolve("store");
        String program = program(bytesOfEachTask);
        List<String> lines = run("mount -t tmpfs -o size=" + kilobytes + "k none " + disk + " && " + program
                + " run --datastore file:" + store + "; echo status $?; " + program + " list --datastore file:" + store
                + "; echo status $?");

        assertThat(lines).filteredOn(line -> line.startsWith("status")).containsExactly("status 1", "status 0");
        assertThat(lines)
                .filteredOn(line -> line.contains("is full"))
                .singleElement()
                .asString()
                .containsPattern(": the disk of the datastore `" + store
                        + "` is full\\. Make room, or choose a directory on another disk\\.(?:" + LATER + ")?$");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("Filling/"))
                .singleElement()
                .asString()
                .containsPattern("^Filling/\\S+  failed  ");
    }

    private static String program(int bytes) {
        return String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp '" + System.getProperty("java.class.path") + "'",
                FillingRun.class.getName(),
                String.valueOf(bytes));
    }

    private static List<String> run(String script) throws Exception {
        Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
