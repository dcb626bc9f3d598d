package dev.cairn.processor;

import static dev.cairn.processor.FlowCompilation.compiler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the flows of the samples, and deletes, doubles or swaps what stands in them, or ends them early, as an editor sees them
 * while they are typed; and compares them with a lock file. Cairn does not fail on any, and what it generates never is what the compiler
 * complains about. {@code -Dhalf.typed=2000} tries more of them.
 */
class HalfTypedTest {
    private static final int COUNT = Integer.getInteger("half.typed", 24);
    private static final Path SAMPLES = Path.of("../samples/src");
    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|[^\\s\\w]");

    @TempDir
    private Path directory;

    /** A file, and the others of its package that are no flows. */
    private record Sample(Path file, String text, List<JavaFileObject> others) {}

    @Test
    void neverFails() throws IOException {
        List<Sample> samples = samples();
        assertThat(samples).hasSizeGreaterThan(20);
        for (int seed = 0; seed < COUNT; seed++) {
            Random random = new Random(seed);
            Sample sample = samples.get(random.nextInt(samples.size()));
            String changed = change(sample.text(), random);
            assertThat(failures(sample, changed))
                    .as("seed %s, %s:%n%s", seed, sample.file().getFileName(), changed)
                    .isEmpty();
        }
        try (Stream<Path> locks = Files.list(directory)) {
            assertThat(locks).isNotEmpty();
        }
    }

    private static List<Sample> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> sources = files.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().endsWith("Test.java"))
                    .sorted()
                    .toList();
            return sources.stream()
                    .filter(HalfTypedTest::isFlow)
                    .map(flow -> new Sample(flow, read(flow), others(flow, sources)))
                    .toList();
        }
    }

    private static boolean isFlow(Path file) {
        return read(file).contains("\n@Flow");
    }

    private static List<JavaFileObject> others(Path flow, List<Path> sources) {
        return sources.stream()
                .filter(other -> other.getParent().equals(flow.getParent()))
                .filter(other -> !isFlow(other) && !read(other).contains("import org."))
                .map(other -> source(other, read(other)))
                .toList();
    }

    private static JavaFileObject source(Path file, String text) {
        String path = SAMPLES.relativize(file).toString().replaceFirst("^.*?java.", "");
        return JavaFileObjects.forSourceString(
                path.replace(file.getFileSystem().getSeparator(), ".").replaceFirst("\\.java$", ""), text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String change(String text, Random random) {
        return random.nextInt(4) == 0 ? changeLine(text, random) : changeTokens(text, random);
    }

    private static String changeLine(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        int line = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.remove(line);
        } else {
            lines.add(random.nextInt(lines.size()), lines.get(line));
        }
        return String.join("\n", lines);
    }

    /** Changes a token after the first annotation, up to three times; what stands before are imports. */
    private static String changeTokens(String text, Random random) {
        String changed = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<MatchResult> tokens = TOKEN.matcher(changed).results().toList();
            int first = (int) tokens.stream()
                    .takeWhile(token -> !token.group().equals("@"))
                    .count();
            if (tokens.size() - first < 2) {
                return changed;
            }
            MatchResult token = tokens.get(first + random.nextInt(tokens.size() - first));
            MatchResult other = tokens.get(first + random.nextInt(tokens.size() - first));
            String before = changed.substring(0, token.start());
            String after = changed.substring(token.end());
            changed = switch (random.nextInt(6)) {
                case 0, 1 -> before + after;
                case 2 -> before + token.group() + " " + token.group() + after;
                case 3, 4 -> before + other.group() + after;
                default -> random.nextInt(4) == 0 ? before : before + "\"\"" + after;
            };
        }
        return changed;
    }

    private static List<JavaFileObject> files(Sample sample, String text) {
        List<JavaFileObject> files = new ArrayList<>(sample.others());
        files.add(source(sample.file(), text));
        return files;
    }

    /** The lock file of a flow as it is; there is none of a flow that does not compile without the others. */
    private Path lock(Sample sample) {
        Path lock = directory.resolve(sample.file().getFileName() + ".lock");
        if (!Files.exists(lock)) {
            compiler("-proc:only", "-Acairn.lock=" + lock, "-Acairn.lock.write=all")
                    .compile(files(sample, sample.text()));
        }
        return lock;
    }

    private List<String> failures(Sample sample, String changed) {
        Compilation compilation = compiler(
                        "-XDshould-stop.ifNoError=FLOW", "-Xmaxerrs", "1000", "-Acairn.lock=" + lock(sample))
                .compile(files(sample, changed));
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.errors()) {
            String message = diagnostic.getMessage(Locale.ROOT);
            boolean generated = diagnostic.getSource() != null
                    && diagnostic.getSource().toUri().getPath().startsWith("/SOURCE_OUTPUT/");
            if (generated || message.contains("[cairn:internal-error]") || message.contains("[cairn:output]")) {
                errors.add((diagnostic.getSource() == null
                                ? ""
                                : diagnostic.getSource().getName() + " ")
                        + message);
            }
        }
        return errors;
    }
}
