package dev.cairn.processor.lock;

import com.google.testing.compile.Compilation;
import dev.cairn.processor.FlowCompilation;
import dev.cairn.processor.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * A module with a lock file, in a directory of a test.
 *
 * @param file the lock file
 */
record Locked(Path file) {
    private static final String STEPS = """
            @Step(next = "end") void start() {}
            @Step void end() {}
            """;

    static Locked in(Path directory) {
        return new Locked(directory.resolve("cairn-schemas.lock"));
    }

    /** The flow {@code Sample} with these members, of which each begins a line; the first is line 3. */
    static JavaFileObject sample(String members) {
        return flow("Sample", members);
    }

    static JavaFileObject flow(String name, String members) {
        return FlowCompilation.file(
                "@Flow\n@SuppressWarnings(\"cairn:unused-artifact\") class " + name + " {\n" + members + STEPS + "}\n");
    }

    /** Writes what the flows store into the file, whatever it says. */
    Locked having(JavaFileObject... flows) {
        String said = says("all", flows);
        if (!said.isEmpty()) {
            throw new AssertionError(said);
        }
        return this;
    }

    /** What an ordinary build says. */
    String says(JavaFileObject... flows) {
        return said(FlowCompilation.checkOnly("-Acairn.lock=" + file).compile(flows));
    }

    /** What a build says that may write. */
    String says(String write, JavaFileObject... flows) {
        return said(FlowCompilation.checkOnly("-Acairn.lock=" + file, "-Acairn.lock.write=" + write)
                .compile(flows));
    }

    private String said(Compilation compilation) {
        return FlowCompilation.text(compilation)
                .lines()
                .collect(Collectors.joining("\n"))
                .replace(file.toString(), "<directory>/" + file.getFileName());
    }

    /** What the compiler of Eclipse says of an ordinary build, without what it says in any case. */
    List<Message> saysUnderEclipse(JavaFileObject... flows) {
        return FlowCompilation.eclipse("-proc:only", "-Acairn.lock=" + file).compile(List.of(flows)).stream()
                .filter(message -> !message.text().startsWith("[cairn:unseen-code]"))
                .toList();
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
