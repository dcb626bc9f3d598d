package dev.cairn.datastore.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.Example;
import dev.cairn.datastore.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process makes that hides nothing from anybody. */
@DisabledOnOs(OS.WINDOWS)
class OwnerOnlyTest {
    @TempDir
    private Path parent;

    /** The process whose umask is 0. */
    static final class Writing {
        private Writing() {}

        public static void main(String[] arguments) throws IOException {
            Path parent = Path.of(arguments[0]);
            try (Datastore datastore = Datastore.of("file:" + parent.resolve("store"))) {
                RunRecord run = Example.run("Flow");
                datastore.runs().create(run);
                datastore.blobs().put(Example.randomBytes(200_000, 1));
                datastore.blobs().put(output -> output.write(Example.randomBytes(300_000, 2)));
                tell(parent.resolve("store"), parent);
                datastore.backUp(parent.resolve("backup").toString());
            }
            tell(parent.resolve("store"), parent);
            tell(parent.resolve("backup"), parent);
        }

        private static void tell(Path root, Path parent) throws IOException {
            try (Stream<Path> paths = Files.walk(root)) {
                for (Path path : (Iterable<Path>) paths::iterator) {
                    System.out.println(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " "
                            + parent.relativize(path));
                }
            }
        }
    }

    @Test
    void allIsForItsOwnerWhateverTheUmask() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 0; exec \"$@\"", "sh"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Writing.class.getName(),
                parent.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = process.inputReader().lines().toList();
        assertThat(process.waitFor()).isZero();

        assertThat(lines)
                .hasSizeGreaterThan(20)
                .anyMatch(line -> line.endsWith(" store/store.db-wal"))
                .anyMatch(line -> line.endsWith(" store/reserve"))
                .anyMatch(line -> line.endsWith(" backup/store.db"))
                .allMatch(line -> line.startsWith("rwx------ ") || line.startsWith("rw------- "));
    }
}
