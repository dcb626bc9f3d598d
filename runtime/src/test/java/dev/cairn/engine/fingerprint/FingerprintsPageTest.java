package dev.cairn.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of {@code docs/fingerprints.md} to the rows that are tested; {@code -Ddocs.renew=true} writes it again. */
class FingerprintsPageTest {
    private static final Path PAGE = Path.of("../docs/fingerprints.md");
    private static final String HEAD = "| change | steps that reach it |\n| --- | --- |\n";

    @Test
    void theTableHasEachRowOfTheTests() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEAD) + HEAD.length();
        int end = page.indexOf("\n## ", start);
        assertThat(page).contains(HEAD);
        String table = ProgramChange.all().stream()
                .map(change ->
                        "| " + change.title() + " | " + (change.changed().isEmpty() ? "reused" : "run again") + " |\n")
                .collect(Collectors.joining());

        if (Boolean.getBoolean("docs.renew")) {
            Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
        } else {
            assertThat(page.substring(start, end)).isEqualTo(table);
        }
    }

    @Test
    void thePageSaysHowManyStepsTheProgramHas() throws IOException {
        int steps =
                TestProgram.steps(ProgramChange.program().get("Journey.java")).size();

        assertThat(Files.readString(PAGE)).contains("which of its " + steps + " steps run again");
    }
}
