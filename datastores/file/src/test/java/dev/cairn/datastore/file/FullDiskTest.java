package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk gets full at each stage of a {@link StoreLife}: it is said so, and nothing is lost. {@code -Dfull.step=50} tries all amounts of
 * room, 50 KB apart. Where the system lets us mount.
 */
class FullDiskTest {
    private static final int STEP = Integer.getInteger("full.step", 400);
    private static final int MOST = 2400;

    @TempDir
    private Path disk;

    @BeforeEach
    void mayMount() throws Exception {
        OwnMounts.assumeAllowed();
    }

    @Test
    void nothingIsLostWhenTheDiskGetsFull() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "-rm",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FillingLife.class.getName(),
                disk.toString()));
        int tried = 0;
        for (int free = STEP; free <= MOST; free += STEP) {
            command.add("" + free);
            tried++;
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            lines = output.lines().toList();
        }
        assertThat(process.waitFor()).isZero();

        lines.forEach(System.out::println);
        assertThat(lines).hasSize(tried).allMatch(line -> line.matches("[0-9]+ KB: [0-9]+ facts are true, .*"));
        List<String> ends = lines.stream()
                .map(line -> line.substring(line.indexOf("; ") + 2))
                .toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("the last one of copying; "))
                .allMatch(line -> line.contains("/backups/first` is full"));
        assertThat(ends.get(tried - 1)).isEqualTo("lived to its end");
        assertThat(ends)
                .allMatch(end -> end.equals("lived to its end")
                        || end.matches(
                                "the disk of the datastore `[^`]*` is full\\. Make room, or choose a directory on"
                                        + " another disk\\.( Nothing was stored since; open the datastore again\\.)?"));
    }
}
