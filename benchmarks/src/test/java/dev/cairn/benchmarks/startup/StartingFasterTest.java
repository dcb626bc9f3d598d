package dev.cairn.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the page on running flows that make archives of classes do so, and later runs take their classes from there. */
class StartingFasterTest {
    private static final Path PAGE = Path.of("..", "docs", "running.md");
    private static final int ONE_OPTION_SINCE = 19;

    @TempDir
    private Path directory;

    private String classPath;

    @BeforeEach
    void packJars() throws IOException {
        classPath = ProgramJars.pack(System.getProperty("java.class.path"), directory);
    }

    /** The commands of the page, in its order. */
    private static List<String> commands() throws IOException {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf("\n## Starting faster\n"));
        List<String> commands = section.lines()
                .filter(line -> line.startsWith("$ java "))
                .map(line -> line.substring(2))
                .toList();
        assertThat(commands).hasSize(3);
        return commands;
    }

    /** Runs a command for the flow of this module; which classes came from the archive. */
    private List<String> archivedOf(String command) throws IOException {
        Path loaded = directory.resolve("loaded.txt");
        Files.deleteIfExists(loaded);
        List<String> words = new ArrayList<>();
        for (String word : command.split(" ")) {
            words.add(
                    switch (word) {
                        case "java" ->
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString();
                        case "'lib/*'" -> classPath;
                        case "com.acme.TrainingRunner" -> ProgramJars.PACKAGE + ".ThreeStepsRunner";
                        default ->
                            word.replace(
                                    "training.jsa",
                                    directory.resolve("training.jsa").toString());
                    });
        }
        words.add(1, "-Xlog:class+load:file=" + loaded);
        words.addAll(List.of("--datastore", "file:" + directory.resolve("store")));
        TimedProcess.of(words, directory.resolve("output"));
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.filter(line -> line.contains(" source: shared objects file (top)"))
                    .map(line -> line.replaceFirst(".*] (\\S+) source.*", "$1"))
                    .toList();
        }
    }

    @Test
    void theFirstCommandMakesAnArchiveThatTheSecondUses() throws IOException {
        assertThat(archivedOf(commands().get(0))).isEmpty();
        assertThat(directory.resolve("training.jsa")).isNotEmptyFile();

        assertThat(archivedOf(commands().get(1)))
                .contains("dev.cairn.engine.TaskRunner", "org.sqlite.core.NativeDB", "dev.cairn.cli.RunCommand")
                .hasSizeGreaterThan(1000);
    }

    @Test
    void theThirdDoesBoth() throws IOException {
        assumeTrue(Runtime.version().feature() >= ONE_OPTION_SINCE);

        assertThat(archivedOf(commands().get(2))).isEmpty();
        assertThat(archivedOf(commands().get(2))).contains("dev.cairn.engine.TaskRunner");
    }
}
