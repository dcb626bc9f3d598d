package dev.cairn.engine.flows;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.client.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/resume.md}: what its table says that runs, runs, and nothing else. */
class ResumeDocumentTest extends OnEachStore {
    private static final Path PAGE = Path.of("..", "docs", "resume.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /**
     * What a row says.
     *
     * @param before what the flow does in the run that is resumed
     * @param change how it is changed then
     */
    private record Row(Consumer<Trainings> before, Consumer<Trainings> change) {}

    private static final Map<String, Row> ROWS = Map.ofEntries(
            changed("nothing", flow -> {}),
            entry("`train/2` had failed", new Row(flow -> flow.failing("train/2"), flow -> {})),
            entry("`train/1` had failed before `train/2` began", new Row(flow -> flow.failing("train/1"), flow -> {})),
            changed("the code of `score`", flow -> flow.code("score", "2")),
            changed("the code of `train`", flow -> flow.code("train", "2")),
            changed("the code of `train`, which cannot be read", flow -> flow.code("train", null)),
            changed("`@Step(version)` of `score`", flow -> flow.versionOfScore = "2"),
            changed("another `threshold`", flow -> flow.parameter("threshold", 8)),
            changed("the same `threshold`, given again", flow -> flow.parameter("threshold", 7)),
            changed("the last of the `rates` is another one", flow -> flow.parameter("rates", List.of(3, 4, 6))),
            changed("one more of the `rates`, the first", flow -> flow.parameter("rates", List.of(9, 3, 4, 5))),
            changed("the first of the `rates` is removed", flow -> flow.parameter("rates", List.of(4, 5))),
            changed("the `rates` in another order", flow -> flow.parameter("rates", List.of(5, 3, 4))),
            changed("each of the `rates` twice", flow -> flow.parameter("rates", List.of(3, 3, 4, 4, 5, 5))),
            entry(
                    "the `rates` in another order, and `train` has an `@Index`",
                    new Row(
                            flow -> {
                                flow.readsIndex = true;
                                flow.failing("end");
                            },
                            flow -> flow.parameter("rates", List.of(3, 5, 4)))),
            changed("the code of `start`", flow -> flow.code("start", "2")),
            changed("`--from-step start`", flow -> flow.from = "start"),
            changed("a new parameter that `score` reads", flow -> flow.hasBonus = true),
            changed("a new step `check` before `score`", flow -> flow.checksBeforeScore = true),
            changed("a new step `check` between `train` and `join`", flow -> flow.checksInBranch = true),
            changed("`score` is removed", flow -> flow.hasScore = false),
            entry(
                    "`train/2` had failed, `train` gets `@Catch`",
                    new Row(flow -> flow.failing("train/2"), flow -> flow.catches = true)),
            entry("`train/1` had been caught", new Row(ResumeDocumentTest::caught, flow -> {})),
            entry(
                    "`train/1` had been caught, `--retry-caught`",
                    new Row(ResumeDocumentTest::caught, flow -> flow.retryCaught = true)),
            entry(
                    "`train/1` had been caught, and `train` has no `@Catch` any more",
                    new Row(ResumeDocumentTest::caught, flow -> flow.catches = false)),
            changed("`--from-step join`", flow -> flow.from = "join"),
            changed("`@Retry` of `train`", flow -> flow.retries = true));

    private static Map.Entry<String, Row> changed(String name, Consumer<Trainings> change) {
        return entry(name, new Row(flow -> flow.failing("end"), change));
    }

    private static void caught(Trainings flow) {
        flow.catches = true;
        flow.failing("train/1").failing("end");
    }

    @Test
    void eachRowIsTrue() throws IOException {
        Map<String, List<String>> described = described();
        assertThat(described.keySet()).containsExactlyInAnyOrderElementsOf(ROWS.keySet());
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String name : described.keySet()) {
            Row row = ROWS.get(name);
            Trainings flow = new Trainings(datastore);
            row.before().accept(flow);
            String origin = flow.run();
            flow.mended();
            row.change().accept(flow);
            Run resumed = flow.resume(origin);

            assertThat(resumed.successful()).as(name).isTrue();
            found.put(name, Trainings.ownTasks(resumed));
            assertThat(flow.executed()).as(name).containsExactlyInAnyOrderElementsOf(found.get(name));
        }
        assertThat(found).isEqualTo(described);
    }

    /** The words in code of the second column, by the first one. */
    private static Map<String, List<String>> described() throws IOException {
        Map<String, List<String>> described = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split("\\|");
            if (line.startsWith("| ") && !line.contains("---") && !line.equals("| change | runs |")) {
                described.put(
                        cells[1].strip(),
                        new ArrayList<>(CODE.matcher(cells[2])
                                .results()
                                .map((MatchResult match) -> match.group(1))
                                .toList()));
            }
        }
        return described;
    }
}
