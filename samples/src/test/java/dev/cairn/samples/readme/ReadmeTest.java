package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * Holds the README to what it says. Where what is printed has changed, and rightly, {@code -Dreadme.renew=true} writes it
 * into the README.
 */
class ReadmeTest {
    private static final Path FILE = Toolchain.root().resolve("README.md");

    /** A project with all Java of the README that compiles. */
    @TempDir
    private static Path sound;

    private static Readme readme;
    private static List<JavaSnippet> snippets;
    private static Command.Result compilation;

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        readme = Readme.read(FILE);
        snippets = readme.blocks("java").stream().map(JavaSnippet::of).toList();
        compilation = compile(new UserProject(sound), soundSnippets());
    }

    @Test
    void everySnippetCompilesWithoutWarnings() {
        assertThat(soundSnippets()).hasSizeGreaterThan(3);
        assertThat(compilation.output()).isEmpty();
        assertThat(compilation.exitStatus()).isZero();
    }

    @Test
    void statementsPrintWhatIsShown() throws IOException, InterruptedException {
        List<JavaSnippet> printing = soundSnippets().stream()
                .filter(snippet -> readme.output(snippet.block()).isPresent())
                .toList();

        assertThat(printing).isNotEmpty();
        for (JavaSnippet snippet : printing) {
            Command.Result run = new UserProject(sound).java(snippet.className());
            compare(readme.output(snippet.block()).orElseThrow(), run.output());
        }
    }

    @Test
    void testsPass() throws IOException, ClassNotFoundException {
        List<JavaSnippet> tests =
                soundSnippets().stream().filter(JavaSnippet::isTest).toList();

        assertThat(tests).isNotEmpty();
        URL classes = sound.resolve("target/classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            for (JavaSnippet test : tests) {
                Events events = EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(loader.loadClass(test.className())))
                        .execute()
                        .testEvents();
                assertThat(events.succeeded().count()).isPositive();
                assertThat(events.failed().list()).isEmpty();
            }
        }
    }

    @Test
    void compileErrorsAreWhatJavacPrints() throws IOException, InterruptedException {
        List<JavaSnippet> unsound =
                snippets.stream().filter(ReadmeTest::isUnsound).toList();

        assertThat(unsound).isNotEmpty();
        for (JavaSnippet snippet : unsound) {
            UserProject project = new UserProject(directory.resolve(snippet.className()));
            Command.Result failure = compile(project, List.of(snippet));
            compare(readme.output(snippet.block()).orElseThrow(), failure.output());
            assertThat(failure.exitStatus()).isEqualTo(1);
        }
    }

    @Test
    void projectBuildsWithThePomAndRunsFromTheCommandLine() throws IOException, InterruptedException {
        UserProject project = new UserProject(directory);
        List<Block> poms = readme.blocks("xml");
        assertThat(poms).hasSize(1);
        project.add("pom.xml", poms.get(0).text());
        for (JavaSnippet snippet : soundSnippets()) {
            if (snippet.isFile() && !snippet.isTest()) {
                project.add(snippet);
            }
        }
        List<Block> sessions = readme.blocks("console").stream()
                .filter(session -> !Checkout.isMeant(session))
                .toList();
        assertThat(sessions).isNotEmpty();
        try (LocalRepository repository = LocalRepository.make(directory.resolve("repository"))) {
            Console console = new Console(project.shell(repository));
            for (Block session : sessions) {
                compare(session, console.replay(session));
            }
        }
    }

    @Test
    void projectBuildsWithTheLongPom() throws IOException, InterruptedException {
        Block pom = Readme.read(Toolchain.root().resolve("docs/maven.md"))
                .blocks("xml")
                .get(0);
        UserProject project = new UserProject(directory).add("pom.xml", pom.text());
        JavaSnippet flow = soundSnippets().stream()
                .filter(snippet -> snippet.className().equals("com.acme.ModelSelection"))
                .findFirst()
                .orElseThrow();
        project.add(flow);
        try (LocalRepository repository = LocalRepository.make(directory.resolve("repository"))) {
            Command shell = project.shell(repository);
            assertThat(shell.run(List.of("sh", "-c", "mvn -q compile@class-path"))
                            .output())
                    .isEmpty();
            assertThat(shell.run(List.of(
                                    "sh",
                                    "-c",
                                    "java --enable-native-access=ALL-UNNAMED -cp target/classes:$(cat target/classpath)"
                                            + " com.acme.ModelSelectionRunner run"))
                            .output())
                    .containsPattern("run ModelSelection/\\S+ succeeded in");
        }
    }

    @Test
    void checkoutRunsThePenguinsAndReadsThemBack() throws IOException, InterruptedException {
        List<Block> sessions =
                readme.blocks("console").stream().filter(Checkout::isMeant).toList();
        assertThat(sessions).hasSize(1);
        Block session = sessions.get(0);
        assertThat(session.text()).startsWith("$ ./mvnw -q -P penguins\n");

        String screen = new Console(new Checkout(directory).shell()).replay(session);
        compare(session, screen);
        Matcher readBack =
                Pattern.compile("^read it back: (.+)$", Pattern.MULTILINE).matcher(screen);
        assertThat(readBack.find()).isTrue();
        assertThat(screen).contains("\n$ " + readBack.group(1) + "\n");
    }

    private static Command.Result compile(UserProject project, List<JavaSnippet> snippets)
            throws IOException, InterruptedException {
        for (JavaSnippet snippet : snippets) {
            project.add(snippet);
        }
        return project.javac(snippets.stream().map(JavaSnippet::path).toList());
    }

    private static List<JavaSnippet> soundSnippets() {
        return snippets.stream().filter(snippet -> !isUnsound(snippet)).toList();
    }

    /** A source file before a {@code text} block: what follows is what javac says. */
    private static boolean isUnsound(JavaSnippet snippet) {
        return snippet.isFile() && readme.output(snippet.block()).isPresent();
    }

    private static void compare(Block shown, String actual) throws IOException {
        Screen screen = new Screen(Masks.mask(actual));
        if (screen.shows(Masks.mask(shown.text()))) {
            return;
        }
        if (Boolean.getBoolean("readme.renew")) {
            readme.renew(FILE, shown, actual);
        } else {
            assertThat(screen.text()).as(shown.toString()).isEqualTo(Masks.mask(shown.text()));
        }
    }
}
