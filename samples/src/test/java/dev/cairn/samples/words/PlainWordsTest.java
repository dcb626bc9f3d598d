package dev.cairn.samples.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No message, no line of help and no page has a word of the left column of the table "Plain words" in {@code CONTRIBUTING.md}. The table
 * says it to people; {@link Phrase} says what of it can be found.
 */
class PlainWordsTest {
    private static final Path ROOT = Path.of("..");

    private static final Path RULES = ROOT.resolve("CONTRIBUTING.md");

    private static final String HEADING = "## Plain words";

    /** What is a name in a stored schema on the page of the format is what users should not meet elsewhere. */
    private static final String NAMES_IN_SCHEMAS = "f64, i32, str (names in schemas)";

    /** The rows of the table, each as its cells. */
    private static List<List<String>> rows() throws IOException {
        String page = Files.readString(RULES);
        return page.substring(page.indexOf(HEADING))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .map(line -> Arrays.stream(line.substring(2, line.length() - 2).split(" \\| "))
                        .toList())
                .toList();
    }

    @Test
    void eachRowOfTheTableHasItsPattern() throws IOException {
        assertThat(Phrase.ALL)
                .extracting(Phrase::row)
                .containsExactlyElementsOf(
                        rows().stream().map(row -> row.get(0)).toList());
    }

    @Test
    void eachPatternFindsItsExampleAndNothingThatTheTableRecommends() throws IOException {
        assertThat(Phrase.ALL)
                .allSatisfy(phrase -> assertThat(phrase.isIn(phrase.example()))
                        .as(phrase.example())
                        .isTrue());
        for (List<String> row : rows()) {
            assertThat(row).hasSize(3);
            assertThat(new Text(row.get(0), row.get(1)).findings()).isEmpty();
            assertThat(new Text(row.get(0), row.get(2)).findings()).isEmpty();
        }
    }

    @Test
    void noMessageAndNoLineOfHelpHasThem() throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Path sources : mainSources()) {
            texts.addAll(Messages.in(sources));
        }

        assertThat(texts)
                .extracting(Text::text)
                .contains("step x is declared twice", "after a failure, finish what does not depend on it");
        assertThat(texts.stream().filter(text -> !isQuery(text.text())).flatMap(text -> text.findings().stream()))
                .isEmpty();
    }

    @Test
    void noPageHasThem() throws IOException {
        List<Text> paragraphs = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            if (page.equals(RULES)) {
                text = text.substring(0, text.indexOf(HEADING));
            }
            int line = 1;
            for (String paragraph : text.split("\n\n")) {
                paragraphs.add(new Text(ROOT.relativize(page) + ":" + line, paragraph));
                line += (int) paragraph.lines().count() + 1;
            }
        }

        assertThat(paragraphs).hasSizeGreaterThan(1000);
        assertThat(paragraphs.stream()
                        .flatMap(paragraph -> paragraph.findings().stream())
                        .filter(finding -> !isNameInSchema(finding)))
                .isEmpty();
    }

    private static boolean isNameInSchema(String finding) {
        return finding.matches("(?s)docs/format(\\.md|/.*):\\d+: \\Q" + NAMES_IN_SCHEMAS + "\\E: .*");
    }

    /** SQL has words that mean something else there. */
    private static boolean isQuery(String text) {
        return text.matches("(?s)\\s*(INSERT|SELECT|UPDATE|DELETE|WITH|CREATE) [A-Z*(\"a-z].*");
    }

    /** Of all modules, but not of the benchmarks, whose reports are for those who work on Cairn. */
    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> directories = Files.find(
                ROOT, 5, (path, attributes) -> attributes.isDirectory() && path.endsWith(Path.of("src/main/java")))) {
            return directories
                    .filter(path -> !path.startsWith(ROOT.resolve("benchmarks")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md"), RULES));
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
