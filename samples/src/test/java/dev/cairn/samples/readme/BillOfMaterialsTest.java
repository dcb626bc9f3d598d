package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bill of materials has no parent to keep it in step with the rest. */
class BillOfMaterialsTest {
    @Test
    void namesEveryModuleThatUsersDependOn() throws IOException {
        List<String> published =
                PublishedModule.all().stream().map(PublishedModule::artifact).toList();

        assertThat(published).contains("cairn-annotations", "cairn-processor", "cairn-runtime", "cairn");
        assertThat(found("<groupId>dev.cairn</groupId>\\s*<artifactId>(.+)</artifactId>\\s*<version>\\$"))
                .containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void hasTheVersionOfTheBuild() throws IOException {
        assertThat(found("<version>(.+)</version>")).first().isEqualTo(Toolchain.version());
    }

    private static List<String> found(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Toolchain.root().resolve("bom/pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
