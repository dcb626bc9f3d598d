package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the page on values to what it shows, as {@link ReadmeTest} does the README: {@code -Dreadme.renew=true} writes what is
 * printed now.
 */
class ValuesPageTest {
    private static final Path FILE = Toolchain.root().resolve("docs/values.md");

    /** A project with all flows of the page of which the compiler says nothing. */
    @TempDir
    private static Path sound;

    private static Readme page;
    private static List<JavaSnippet> snippets;
    private static Command.Result compilation;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        page = Readme.read(FILE);
        snippets = page.blocks("java").stream().map(JavaSnippet::of).toList();
        compilation = compile(sound, soundSnippets());
    }

    @Test
    void everySnippetCompilesWithoutWarnings() {
        assertThat(soundSnippets()).hasSize(6);
        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.exitStatus()).isZero();
    }

    @Test
    void flowsPrintWhatIsShown() throws IOException, InterruptedException {
        List<JavaSnippet> runs =
                soundSnippets().stream().filter(snippet -> !snippet.isFile()).toList();

        assertThat(runs).hasSize(3);
        for (JavaSnippet run : runs) {
            Command.Result result = new UserProject(sound).java(run.className());
            compare(page.output(run.block()).orElseThrow(), result.output());
            assertThat(result.exitStatus()).isZero();
        }
    }

    @Test
    void warningsAreWhatJavacPrints() throws IOException, InterruptedException {
        List<JavaSnippet> warned =
                snippets.stream().filter(ValuesPageTest::isWarnedOf).toList();

        assertThat(warned).hasSize(1);
        for (JavaSnippet snippet : warned) {
            Command.Result result = compile(directory, List.of(snippet));
            compare(page.output(snippet.block()).orElseThrow(), result.output());
            assertThat(result.output()).contains("warning: [cairn:");
        }
    }

    private static Command.Result compile(Path directory, List<JavaSnippet> snippets)
            throws IOException, InterruptedException {
        UserProject project = new UserProject(directory);
        for (JavaSnippet snippet : snippets) {
            project.add(snippet);
        }
        return project.javac(snippets.stream().map(JavaSnippet::path).toList());
    }

    private static List<JavaSnippet> soundSnippets() {
        return snippets.stream().filter(snippet -> !isWarnedOf(snippet)).toList();
    }

    /** A source file before a {@code text} block. */
    private static boolean isWarnedOf(JavaSnippet snippet) {
        return snippet.isFile() && page.output(snippet.block()).isPresent();
    }

    private static void compare(Block shown, String actual) throws IOException {
        if (Boolean.getBoolean("readme.renew") && !Masks.mask(actual).equals(Masks.mask(shown.text()))) {
            page.renew(FILE, shown, actual);
        } else {
            assertThat(Masks.mask(actual)).as(shown.toString()).isEqualTo(Masks.mask(shown.text()));
        }
    }
}
