package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bill of materials has no parent to keep it in step with the rest. */
class BillOfMaterialsTest {
    /** These are parts of the build that nobody depends on. */
    private static final List<String> UNPUBLISHED = List.of("bom", "samples", "benchmarks");

    @Test
    void namesEveryModuleThatUsersDependOn() throws IOException {
        List<String> modules = all("<module>([a-z]+)</module>", "pom.xml")
                .filter(module -> !UNPUBLISHED.contains(module))
                .map(module -> "cairn-" + module)
                .toList();

        assertThat(modules).contains("cairn-annotations", "cairn-processor", "cairn-runtime");
        assertThat(all("<artifactId>(cairn-[a-z]+)</artifactId>", "bom/pom.xml"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("cairn-bom"), modules.stream()).toList());
    }

    @Test
    void hasTheVersionOfTheBuild() throws IOException {
        assertThat(all("<version>(.+)</version>", "bom/pom.xml").findFirst()).contains(Toolchain.version());
    }

    private static Stream<String> all(String pattern, String pom) throws IOException {
        Matcher matcher = Pattern.compile(pattern)
                .matcher(Files.readString(Toolchain.root().resolve(pom)));
        return matcher.results().map(found -> found.group(1)).toList().stream();
    }
}
