package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.LearningRates;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds {@code docs/commands.md} to what commands print: all of them, in order. Where that has changed, and rightly, {@code
 * -Ddocs.renew=true} writes it into the page.
 */
class CommandsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "commands.md");
    private static final Pattern SESSION = Pattern.compile("```console\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("\\b[0-9]{8}T[0-9]{9}-[0-9a-z]{8}\\b");

    private static final Set<String> NEW_FILES = Set.of("copies", "copy", "runs.tar.zst", "report.html");

    /** What needs an engine of other machines: the tests of {@code engines/temporal} hold the page to it. */
    private static final String ELSEWHERE = "$ cairn worker ";

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final TestFlow<LearningRates> flow = ModelSelections.flow();
    private final Map<String, String> ids = new LinkedHashMap<>(); // as the page has them, by what they are

    @Test
    void everyCommandPrintsWhatThePageShows() throws IOException {
        prepare();
        String page = Files.readString(PAGE);
        Matcher sessions = SESSION.matcher(page);
        StringBuilder renewed = new StringBuilder();
        while (sessions.find()) {
            String session = sessions.group(1);
            if (!session.startsWith(ELSEWHERE)) {
                session = session.lines()
                        .filter(line -> line.startsWith("$ cairn "))
                        .map(this::typed)
                        .collect(Collectors.joining());
            }
            sessions.appendReplacement(renewed, Matcher.quoteReplacement("```console\n" + session + "```\n"));
        }
        sessions.appendTail(renewed);

        if (Boolean.getBoolean("docs.renew")) {
            Files.writeString(PAGE, renewed);
        } else {
            assertThat(renewed.toString()).isEqualTo(page);
        }
    }

    @Test
    void everyCommandIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        List<String> commands = new ArrayList<>(
                FlowCommands.of(List.of(flow), new Surroundings(Terminal.ofProcess(), Map.of(), null, clock, null))
                        .getSubcommands()
                        .keySet());
        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThat(page).contains("$ cairn " + command));
    }

    /** Two runs before the page begins, so that there is something to compare. */
    private void prepare() {
        type("run", "ModelSelection", "--rates", "0.5,0.02", "--tag", "draft");
        type("run", "ModelSelection", "--rates", "0.02", "--tag", "draft");
    }

    /** A command and what it prints, as the page shows it. */
    private String typed(String line) {
        List<String> words = new ArrayList<>(
                Arrays.asList(line.substring("$ cairn ".length()).split(" ")));
        int most = Integer.MAX_VALUE;
        int pipe = words.indexOf("|");
        if (pipe >= 0) {
            most = Integer.parseInt(words.get(pipe + 2).substring(1));
            words.subList(pipe, words.size()).clear();
        }
        String[] command = words.toArray(String[]::new);
        return line + "\n"
                + (words.get(0).equals("step") ? typeDuringARun(command) : type(command))
                        .lines()
                        .limit(most)
                        .map(each -> each + "\n")
                        .collect(Collectors.joining());
    }

    /** While a run is alive whose tasks nobody else executes. */
    private String typeDuringARun(String... words) {
        AtomicReference<String> printed = new AtomicReference<>();
        try (Datastore datastore = Datastore.of("file:" + directory.resolve(".cairn"))) {
            TestRun.of(flow)
                    .datastore(datastore)
                    .engine(request -> {
                        printed.set(type(words));
                        return Optional.empty();
                    })
                    .run();
        }
        return printed.get();
    }

    private String type(String... words) {
        Console console = new Console(clock)
                .in(directory.resolve(".cairn"))
                .with("CAIRN_RUN_MAX_WORKERS", "1")
                .with("CAIRN_RUN_QUIET", "true");
        String[] real = Arrays.stream(words)
                .map(word -> NEW_FILES.contains(word)
                        ? directory.resolve(word).toString()
                        : word.replace("file:elsewhere", "file:" + directory.resolve("elsewhere")))
                .toArray(String[]::new);
        console.type(List.of(flow), real);
        return shown(console.out() + console.err());
    }

    /** What is printed, with what differs from run to run as it is on the page. */
    private String shown(String printed) {
        String text = printed.replace(" --datastore file:" + directory.resolve(".cairn"), "")
                .replace(directory.resolve(".cairn").toString(), "/home/ada/flows/.cairn")
                .replace(directory.resolve("report.html").toString(), "report.html")
                .replace(directory.toString(), "/home/ada/flows")
                .replaceAll("(?m)^  commit  .*\n", "")
                .replaceAll("(?<=  by       )\\S+, with Cairn \\S+ on Java \\S+", "ada, with Cairn 1.0 on Java 17")
                .replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "2026-11-23 12:00:00.000")
                .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+00:00", "2026-11-23 12:00:00 +00:00")
                .replaceAll("\\b\\d\\.\\d s\\b", "0.1 s")
                .replaceAll("(?<=\\()[\\d.]+ kB(?=\\))", "4.2 kB")
                .replaceAll("\\(\\w+\\.java:\\d+\\)", "(ModelSelection.java:46)")
                .replaceAll("at dev\\.cairn\\.cli\\.\\S+?\\(", "at com.acme.ModelSelection.train(");
        return RUN.matcher(text)
                .replaceAll(found -> ids.computeIfAbsent(
                        found.group(), id -> "20261123T1200%02d000-k3f9x2d%c".formatted(ids.size(), 'p' + ids.size())));
    }
}
