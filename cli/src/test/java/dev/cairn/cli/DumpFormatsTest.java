package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.ArtifactCodec;
import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dump --format}: JSON lines and CSV. */
class DumpFormatsTest {
    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private Console console;
    private TestFlow<Flow> flow;
    private String run;

    /** The flow class. */
    static final class Flow {
        @Nullable
        Object rows;

        @Nullable
        Object prices;

        @Nullable
        Object nested;

        @Nullable
        List<String> words;

        double score;
        int @Nullable [] numbers;
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    @BeforeEach
    void run() {
        console = new Console(clock).in(directory);
        ArtifactCodec<Object> any = Codecs.any();
        flow = TestFlow.of("Tables", Flow.class, Flow::new)
                .artifact("rows", "Object", any, each -> each.rows, (each, value) -> each.rows = value)
                .artifact("prices", "Object", any, each -> each.prices, (each, value) -> each.prices = value)
                .artifact("nested", "Object", any, each -> each.nested, (each, value) -> each.nested = value)
                .artifact(
                        "words",
                        "List<String>",
                        Codecs.list(Codecs.STRING),
                        each -> each.words,
                        (each, value) -> each.words = value)
                .artifact("score", "double", Codecs.DOUBLE, each -> each.score, (each, value) -> each.score = value)
                .artifact(
                        "numbers",
                        "int[]",
                        Codecs.INT_ARRAY,
                        each -> each.numbers,
                        (each, value) -> each.numbers = value)
                .step(
                        foreach("start", "end", "words", Items.iterable(Codecs.STRING), "work")
                                .access(Access.nothing().mustAssign("rows", "prices", "nested", "words", "numbers")),
                        (each, task) -> {
                            each.rows = new ArrayList<>(List.of(
                                    row("name", "tea, green", "price", 3, "sold", true),
                                    row("name", "a \"b\"\nc", "price", -2.5, "sold", false)));
                            each.prices = row("tea", 3, "jam", 5);
                            each.nested = new ArrayList<>(List.of(row("a", List.of(1))));
                            each.words =
                                    new ArrayList<>(Arrays.asList("plain", "=1+1", "+1", "-1", "@x", "\tx", "\uff1d1"));
                            each.numbers = new int[] {5, -6};
                        })
                .step(
                        linear("work", "end").access(Access.nothing().mustAssign("score")),
                        (each, task) -> each.score = -1.5)
                .step(end("end").join().access(Access.nothing()), (each, task) -> {})
                .build();
        try (Datastore datastore = Datastore.of("file:" + directory)) {
            run = TestRun.of(flow).datastore(datastore).clock(clock).run().id();
        }
    }

    private String dump(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dump"));
        all.addAll(List.of(arguments));
        assertThat(console.type(flow, all.toArray(String[]::new)))
                .as(console.err())
                .isEqualTo(ExitStatus.OK);
        return console.out();
    }

    private String refused(String... arguments) {
        List<String> all = new ArrayList<>(List.of("dump"));
        all.addAll(List.of(arguments));
        assertThat(console.type(flow, all.toArray(String[]::new))).isEqualTo(ExitStatus.USAGE);
        return console.err();
    }

    @Test
    void linesOfTheElementsOfOneArtifact() {
        assertThat(dump("latest/start/rows", "--format", "jsonl")).isEqualTo("""
                {"name":"tea, green","price":3,"sold":true}
                {"name":"a \\"b\\"\\nc","price":-2.5,"sold":false}
                """);
        assertThat(dump("latest/start/numbers", "--format", "jsonl")).isEqualTo("5\n-6\n");
        assertThat(dump("latest/start/prices", "--format", "jsonl")).isEqualTo("""
                {"key":"tea","value":3}
                {"key":"jam","value":5}
                """);
        assertThat(dump("latest/work/0/score", "--format", "jsonl")).isEqualTo("-1.5\n");
        assertThat(dump("latest/start/words", "--format", "jsonl", "--head", "2"))
                .isEqualTo("\"plain\"\n\"=1+1\"\n");
    }

    @Test
    void linesOfManyTasks() {
        String lines = dump("latest/work", "--artifact", "score", "--format", "jsonl");

        assertThat(lines).hasLineCount(7);
        assertThat(ParsedJson.at(lines.lines().findFirst().orElseThrow(), "pathspec"))
                .isEqualTo("Tables/" + run + "/work/0/score");
        assertThat(ParsedJson.at(lines.lines().skip(6).findFirst().orElseThrow(), "value"))
                .isEqualTo(-1.5);
    }

    @Test
    void rowsOfTheElementsOfOneArtifact() {
        assertThat(dump("latest/start/rows", "--format", "csv")).isEqualTo("""
                name,price,sold
                "tea, green",3,true
                "a ""b""
                c",-2.5,false
                """);
        assertThat(dump("latest/start/prices", "--format", "csv")).isEqualTo("key,value\ntea,3\njam,5\n");
        assertThat(dump("latest/start/numbers", "--format", "csv")).isEqualTo("value\n5\n-6\n");
        assertThat(dump("latest/start/rows", "--format", "csv", "--head", "1"))
                .isEqualTo("name,price,sold\n\"tea, green\",3,true\n");
    }

    @Test
    void formulasAreShownAndNotComputed() {
        assertThat(dump("latest/start/words", "--format", "csv"))
                .isEqualTo("value\nplain\n'=1+1\n'+1\n'-1\n'@x\n\"'\tx\"\n'\uff1d1\n".replace("\"'\tx\"", "'\tx"));
    }

    @Test
    void rowsOfManyTasks() {
        assertThat(dump("latest/work", "--artifact", "score", "--format", "csv"))
                .startsWith("task,score\nwork/0,-1.5\nwork/1,-1.5\n")
                .hasLineCount(8);
    }

    @Test
    void whatIsNotFlatIsRefused() {
        assertThat(refused("latest/start/nested", "--format", "csv"))
                .isEqualTo("element 0 of Tables/" + run + "/start/nested cannot be a row of CSV: its part `a` is not a"
                        + " single number or text. Use --format jsonl.\n");
        assertThat(refused("latest/work", "--format", "csv"))
                .isEqualTo("Tables/" + run + "/work/0/rows cannot be a row of CSV: its part `value` is not a single"
                        + " number or text. Use --format jsonl.\n");
        assertThat(console.out()).isEmpty();
    }

    @Test
    void wrongUsage() {
        assertThat(refused("latest/start", "--format", "xml"))
                .isEqualTo("--format must be one of text, json, jsonl, csv, but is `xml`.\n");
        assertThat(refused("latest/start", "--format", "csv", "--json"))
                .isEqualTo("--json and --format csv are two formats. Give only one of them.\n");
        assertThat(refused("latest/start", "--format", "csv", "--raw", "x"))
                .isEqualTo("--raw writes files and --format prints. Give only one of them.\n");
        assertThat(refused("latest/start/non", "--format", "csv"))
                .startsWith("artifact `non` does not exist after task Tables/" + run + "/start.");
    }

    @Test
    void jsonIsAFormatToo() {
        String json = dump("latest/work/1", "--artifact", "score", "--json");

        assertThat(dump("latest/work/1", "--artifact", "score", "--format", "json"))
                .isEqualTo(json);
    }
}
