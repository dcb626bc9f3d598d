package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * The project for Gradle that users copy. Gradle itself is not run: what is in the project compiles and passes, and what its build names is
 * what this build has.
 */
class GradleSampleTest {
    private static final Path SAMPLE = Toolchain.root().resolve("samples/gradle");

    @TempDir
    private static Path directory;

    @Test
    void compilesWithoutWarningsAndItsTestPasses() throws IOException, ClassNotFoundException {
        UserProject project = new UserProject(directory);
        List<String> sources = sources();
        for (String source : sources) {
            project.add(source, Files.readString(SAMPLE.resolve(source)));
        }

        assertThat(sources)
                .containsExactly("src/main/java/com/acme/Warmest.java", "src/test/java/com/acme/WarmestTest.java");
        assertThat(project.javac(sources)).isEqualTo(new Command.Result(0, ""));
        URL classes = directory.resolve("target/classes").toUri().toURL();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes}, getClass().getClassLoader())) {
            Events tests = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass("com.acme.WarmestTest")))
                    .execute()
                    .testEvents();
            assertThat(tests.failed().list()).isEmpty();
            assertThat(tests.succeeded().count()).isOne();
        }
    }

    @Test
    void namesTheVersionsOfThisBuild() throws IOException {
        String build = build();

        assertThat(build).contains("val cairnVersion = \"" + Toolchain.version() + "\"\n");
        assertThat(found("\"([\\w.]+):([\\w-]+):([0-9][^\"]*)\"", build))
                .extracting(found -> found.group(2) + " " + found.group(3))
                .containsExactly(
                        "slf4j-simple " + property("slf4j.version"),
                        "assertj-core " + property("assertj.version"),
                        "junit-bom " + property("junit.version"));
        assertThat(build).contains("options.release.set(" + property("maven.compiler.release") + ")");
    }

    @Test
    void namesArtifactsThatExist() throws IOException {
        List<String> published =
                PublishedModule.all().stream().map(PublishedModule::artifact).toList();

        assertThat(found("\"dev\\.cairn:([\\w-]+)[:\"]", build()))
                .extracting(found -> found.group(1))
                .containsExactly("cairn-bom", "cairn-bom", "cairn", "cairn-processor", "cairn-testing")
                .allSatisfy(artifact -> assertThat(artifact.equals("cairn-bom") || published.contains(artifact))
                        .isTrue());
    }

    @Test
    void hasWhatTheReadmeShows() throws IOException {
        List<Block> shown = Readme.read(Toolchain.root().resolve("README.md")).blocks("kotlin");

        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)
                        .text()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("\"") || line.contains("(\"")))
                .hasSize(4)
                .allSatisfy(line -> assertThat(build().replace("$cairnVersion", Toolchain.version()))
                        .contains(line));
    }

    private static String build() throws IOException {
        return Files.readString(SAMPLE.resolve("build.gradle.kts"));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("src"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> SAMPLE.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static String property(String name) throws IOException {
        return found(
                        "<" + Pattern.quote(name) + ">(.+)</",
                        Files.readString(Toolchain.root().resolve("pom.xml")))
                .get(0)
                .group(1);
    }

    private static List<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
