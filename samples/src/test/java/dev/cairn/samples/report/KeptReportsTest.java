package dev.cairn.samples.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.view.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports of {@code docs/report} are of today: they have the style and the script that a new one has. */
class KeptReportsTest {
    private static final Path DOCUMENTS = Path.of("../docs");

    private static String resource(String name) throws IOException {
        try (InputStream input = RunReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(input).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"penguins", "failure", "resume", "hundred-thousand-tasks"})
    void aReportIsKeptWithItsPicture(String name) throws IOException {
        String page = Files.readString(DOCUMENTS.resolve("report/" + name + ".html"));

        assertThat(page)
                .as("to be renewed, see docs/report.md")
                .contains(resource("report.css"), resource("report.js"), "<dt>User</dt><dd>ada</dd>");
        assertThat(page.length()).isLessThan(1_000_000);
        assertThat(Files.readString(DOCUMENTS.resolve("report.md")))
                .contains("(report/" + name + ".html)", "(report/" + name + ".png)");
    }
}
