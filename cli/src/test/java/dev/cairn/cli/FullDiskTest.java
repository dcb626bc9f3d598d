package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A run whose disk gets full says so, and is listed as failed by whoever looks next, be it at once: on a disk of its own, in a name
 * space of mounts, where the system lets us.
 */
class FullDiskTest {
    /** The first task that fails may be one that came after the write which found the disk full. */
    private static final String LATER = " Nothing was stored since; open the datastore again\\.";

    /** The kilobytes of a disk, and the bytes that each task stores: in the records of tasks, in rows of their own, and in files. */
    private static final List<List<Integer>> DISKS = List.of(
            List.of(700, 100),
            List.of(1300, 100),
            List.of(700, 900),
            List.of(1777, 900),
            List.of(1000, 20000),
            List.of(2500, 20000),
            List.of(2500, 300000),
            List.of(1500, 2000000));

    @TempDir
    private static Path parent;

    /** What was printed by the run on each disk, and what about it by the process that looked next. */
    private static final Map<Path, List<String>> PRINTED = new HashMap<>();

    static Stream<Path> disks() {
        return DISKS.stream().map(disk -> parent.resolve("disk" + disk.get(0) + "-" + disk.get(1)));
    }

    /** A process for each run, and one that looks after each of them, at once: it is there already. */
    @BeforeAll
    static void fillAll() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/unshare"))).isTrue();
        assumeThat(new ProcessBuilder("unshare", "-rm", "true").start().waitFor())
                .isZero();
        String script = "fill() { mkdir $1 && mount -t tmpfs -o size=$2k none $1 && " + java(FillingRun.class)
                + " $3 run --datastore file:$1/store > $1.txt 2>&1; echo status $? >> $1.txt; echo $1/store; }; { "
                + IntStream.range(0, DISKS.size())
                        .mapToObj(i -> "fill " + disks().toList().get(i) + " "
                                + DISKS.get(i).get(0) + " " + DISKS.get(i).get(1) + "; ")
                        .collect(Collectors.joining())
                + "} | " + java(ListingProcess.class);
        Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        for (Path disk : disks().toList()) {
            List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(disk + ".txt")));
            output.lines()
                    .dropWhile(line -> !line.equals("store " + disk.resolve("store")))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("store "))
                    .forEach(lines::add);
            PRINTED.put(disk, lines);
        }
    }

    @ParameterizedTest
    @MethodSource("disks")
    void aRunThatFillsItsDiskIsListedAsFailed(Path disk) {
        List<String> lines = PRINTED.get(disk);

        assertThat(lines).filteredOn(line -> line.startsWith("status")).containsExactly("status 1", "status 0");
        assertThat(lines)
                .filteredOn(line -> line.contains("is full"))
                .singleElement()
                .asString()
                .containsPattern(": the disk of the datastore `" + disk.resolve("store")
                        + "` is full\\. Make room, or choose a directory on another disk\\.(?:" + LATER + ")?$");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("Filling/"))
                .singleElement()
                .asString()
                .containsPattern("^Filling/\\S+  failed  ");
    }

    private static String java(Class<?> main) {
        return String.join(
                " ",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp '" + System.getProperty("java.class.path") + "'",
                main.getName());
    }
}
