package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/metaflow-checks.md} to the pages of the rules. */
class MetaflowChecksTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!---)(.*?) \\|(.*?)\\|(.*)\\|$");
    private static final Pattern LINK = Pattern.compile("\\[`([^`]*)`]\\(([^)]*)\\)");

    private String page;

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/metaflow-checks.md"));
    }

    @Test
    void everyCheckHasARuleOrAReason() {
        List<MatchResult> rows = ROW.matcher(page)
                .results()
                .filter(row -> !row.group(1).startsWith("Metaflow "))
                .toList();
        assertThat(rows).hasSizeGreaterThan(45).allSatisfy(row -> {
            assertThat(row.group(2) + row.group(3)).as(row.group(1)).isNotBlank();
            assertThat(LINK.matcher(row.group(2)).replaceAll("").replace(",", ""))
                    .as("beside the rules of: " + row.group(1))
                    .isBlank();
        });
        assertThat(page.lines().filter(line -> line.startsWith("|"))).hasSize(rows.size() + 4);
    }

    @Test
    void everyRuleInItHasAPage() {
        Matcher links = LINK.matcher(page);
        assertThat(links.results()).hasSizeGreaterThan(30).allSatisfy(link -> {
            assertThat(Path.of("../docs", link.group(2))).exists();
            assertThat(link.group(2)).isEqualTo("errors/" + link.group(1) + ".md");
        });
    }
}
