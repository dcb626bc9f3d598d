package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.FlowProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is printed of a flow whose lock file is of an earlier version, or missing. The pages show the versions side by side. */
final class LockCircumstances {
    private static final String FLOW = """
            import dev.cairn.Default;
            import dev.cairn.Flow;
            import dev.cairn.Step;
            import java.util.List;

            @Flow
            class Training {
                record Result(%s) {}

                List<Result> results;

                @Step(next = "end")
                void start() {
                    results = List.of();
                }

                @Step
                void end() {
                    System.out.println(results);
                }
            }
            """;

    private LockCircumstances() {}

    static String incompatibleChange(Path directory) throws IOException {
        return change("double mean, int epochs", "double mean, int epochs, double max", directory);
    }

    static String unrecordedChange(Path directory) throws IOException {
        return change("double mean, int epochs", "double mean, long epochs, @Default(\"-1\") double max", directory);
    }

    static String missingFile(Path directory) throws IOException {
        return print("double mean", directory);
    }

    private static String change(String before, String after, Path directory) throws IOException {
        Path lock = directory.resolve("cairn-schemas.lock");
        assertThat(FlowCompilation.checkOnly("-Acairn.lock=" + lock, "-Acairn.lock.write=compatible")
                        .compile(JavaFileObjects.forSourceString("Training", FLOW.formatted(before)))
                        .diagnostics())
                .isEmpty();
        return print(after, directory);
    }

    private static String print(String components, Path directory) throws IOException {
        String options = "// javac -Acairn.lock=" + directory.resolve("cairn-schemas.lock") + "\n";
        return Screen.of(options + FLOW.formatted(components), directory, List.of(new FlowProcessor()));
    }
}
