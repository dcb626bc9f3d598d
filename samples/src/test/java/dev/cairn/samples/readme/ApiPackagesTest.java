package dev.cairn.samples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code .ci/api} compares with the last release is what modules export to all. */
class ApiPackagesTest {
    /** The API of these is not Java: options of the compiler, and dependencies. */
    private static final List<String> WITHOUT = List.of("cairn-processor", "cairn");

    @Test
    void areThoseThatModulesExportToAll() throws IOException {
        List<String> exported = new ArrayList<>();
        for (PublishedModule module : PublishedModule.all()) {
            Path descriptor = module.directory().resolve("src/main/java/module-info.java");
            if (Files.exists(descriptor)) {
                exported.addAll(found("exports ([\\w.]+);", descriptor));
            } else if (!WITHOUT.contains(module.artifact())) {
                exported.addAll(found("<module.name>(.+)</module.name>", module.pom()));
            }
        }

        assertThat(exported).contains("dev.cairn", "dev.cairn.client", "dev.cairn.codec.commonsmath");
        assertThat(found(
                        "<include>(dev\\.cairn[\\w.]*)</include>",
                        Toolchain.root().resolve("pom.xml")))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(exported);
    }

    private static List<String> found(String pattern, Path file) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
