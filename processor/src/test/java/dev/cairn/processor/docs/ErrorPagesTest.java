package dev.cairn.processor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.processor.FlowProcessor;
import dev.cairn.processor.FlowRegistryProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code docs/errors} to the ids in the source and to the compiler. Where what is printed has changed, and rightly, {@code
 * -Ddocs.renew=true} writes it into the pages.
 */
class ErrorPagesTest {
    private static final Path PAGES = Path.of("../docs/errors");
    private static final Pattern ID = Pattern.compile("\\bID = \"([a-z-]+)\"|\\bOUTPUT = \"([a-z-]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("(?i)(error|warning|note): (?:\\[cairn:([a-z-]+)])?");

    @TempDir
    Path directory;

    @Test
    void everyIdOfTheSourceHasAPageAndEveryPageAnId() throws IOException {
        List<String> ids;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            ids = files.filter(Files::isRegularFile)
                    .flatMap(file -> ID.matcher(read(file)).results())
                    .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                    .sorted()
                    .toList();
        }
        assertThat(entries()).extracting(Entry::id).isEqualTo(ids).doesNotHaveDuplicates();
        assertThat(pages().map(ErrorPagesTest::id)).isEqualTo(ids);
    }

    @Test
    void theIndexListsAllRules() throws IOException {
        String rows = entries().stream()
                .map(entry -> "| [`" + entry.id() + "`](" + entry.id() + ".md) | " + entry.severity() + " | "
                        + entry.meaning() + " |\n")
                .collect(Collectors.joining());
        compare(PAGES.resolve("README.md"), """
                # What Cairn says while a flow is compiled

                Each message begins with the id of its rule, as in `[cairn:unknown-step]`. The page of the rule has a flow that
                breaks it, and the same flow with the mistake fixed. An *error* is certainly wrong, and nothing but typed views is
                generated for the flow. A *warning* may be wrong; `-Acairn.strict=true` turns warnings into errors. A *note* is good to
                know. On a field, a method or a class, `@SuppressWarnings("cairn:<id>")` silences a warning or a note, and `"cairn"`
                silences all of them.

                | rule | severity | what holds, or what the message says |
                | --- | --- | --- |
                """ + rows);
    }

    /** What the heads of the pages say, in the order of their ids. */
    static List<Entry> entries() {
        return pages().map(page -> Entry.of(new ErrorPage(read(page)))).toList();
    }

    private static Stream<Path> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted(Comparator.comparing(ErrorPagesTest::id))
                    .toList()
                    .stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void showsWhatIsPrinted(Entry entry) throws IOException {
        Path file = PAGES.resolve(entry.id() + ".md");
        ErrorPage page = new ErrorPage(read(file));
        assertThat(page.screens()).as("blocks of text").isEqualTo(1);
        assertThat(page.flows()).as("blocks of Java").hasSize(Circumstances.include(entry.id()) ? 0 : 2);
        String printed = Circumstances.include(entry.id())
                ? Circumstances.print(entry.id(), directory)
                : printed(entry, page.flows().get(0));
        compare(file, page.with(printed).text());
    }

    /** What is printed of the flow that breaks a rule; it breaks no other. */
    private String printed(Entry entry, String flow) throws IOException {
        String printed = Screen.of(flow, directory, processors());
        List<MatchResult> messages = MESSAGE.matcher(printed).results().toList();
        assertThat(messages)
                .as(printed)
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message.group(2)).isEqualTo(entry.id()));
        assertThat(messages.stream().map(message -> message.group(1).toUpperCase(Locale.ROOT)))
                .as(printed)
                .containsOnly(entry.severities().stream().map(Enum::name).toArray(String[]::new));
        return printed;
    }

    @Test
    void printsNothingOfTheFlowsMended() throws IOException {
        Map<String, String> flows = new TreeMap<>();
        for (Entry entry : entries()) {
            List<String> blocks = new ErrorPage(read(PAGES.resolve(entry.id() + ".md"))).flows();
            flows.put("rule_" + entry.id().replace('-', '_'), blocks.isEmpty() ? Circumstances.SOUND : blocks.get(1));
        }
        assertThat(Screen.of(flows, directory, processors(), "-Xlint:all,-processing", "-Werror"))
                .isEmpty();
    }

    private static List<Processor> processors() {
        return List.of(new FlowProcessor(), new FlowRegistryProcessor());
    }

    /** The id that the name of a page has. */
    private static String id(Path page) {
        return page.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static void compare(Path file, String expected) throws IOException {
        if (Boolean.getBoolean("docs.renew")) {
            Files.writeString(file, expected);
        }
        assertThat(read(file)).as(file.toString()).isEqualTo(expected);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
