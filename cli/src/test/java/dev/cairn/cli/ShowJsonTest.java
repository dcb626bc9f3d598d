package dev.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.Sums.Flow;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.internal.CairnVersion;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code show --json}: what a machine reads out of it. */
class ShowJsonTest {
    private static final String FACTOR = "9adb82cbab9c0ec9303fa666f2ceedb3e18c26891f9eaf4af19eecedc099c813";
    private static final String TITLE = "ee142a82b2988fb33595695756ea56c1892477a6ec6085ab8160e06980877498";

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final Sums sums = new Sums(clock);
    private final TestFlow<Flow> flow = sums.flow();
    private Console console;
    private String run;

    @BeforeEach
    void run() {
        console = new Console(clock).in(directory);
        run = sums.run(directory, 2, "nightly");
    }

    @Test
    void flow() {
        assertThat(console.type(flow, "show", "--json")).isEqualTo(ExitStatus.OK);

        assertThat(console.out()).isEqualTo("""
                {
                  "flow": "Sums",
                  "documentation": "",
                  "parameters": [ {
                    "name": "factor",
                    "type": "double",
                    "help": "what numbers are multiplied by",
                    "required": false,
                    "secret": false
                  } ],
                  "steps": [ {
                    "name": "start",
                    "type": "split-foreach",
                    "documentation": "Finds the numbers.\\nThey are few.",
                    "next": [ "work" ],
                    "foreach": "numbers",
                    "join": "join"
                  }, {
                    "name": "work",
                    "type": "linear",
                    "documentation": "",
                    "next": [ "join" ]
                  }, {
                    "name": "join",
                    "type": "join",
                    "documentation": "",
                    "next": [ "end" ]
                  }, {
                    "name": "end",
                    "type": "end",
                    "documentation": "",
                    "next": [ ]
                  } ]
                }
                """);
    }

    @Test
    void aRun() {
        console.type(flow, "show", run, "--json");
        Map<?, ?> parsed = new LinkedHashMap<>((Map<?, ?>) ParsedJson.of(console.out()));
        parsed.remove("commit"); // the tests may run with or without a repository around them

        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("pathspec", "Sums/" + run);
        expected.put("flow", "Sums");
        expected.put("run", run);
        expected.put("status", "succeeded");
        expected.put("startedAt", "2026-11-23T12:00:00Z");
        expected.put("finishedAt", "2026-11-23T12:00:04.600Z");
        expected.put("seconds", 4.6);
        expected.put("tags", List.of("nightly"));
        expected.put("user", System.getProperty("user.name"));
        expected.put("cairnVersion", CairnVersion.current());
        expected.put("javaVersion", Runtime.version().toString());
        expected.put(
                "parameters",
                Map.of(
                        "factor",
                        Map.of(
                                "type",
                                "double",
                                "size",
                                44,
                                "sha",
                                FACTOR,
                                "createdAt",
                                "2026-11-23T12:00:00Z",
                                "value",
                                2.0)));
        expected.put(
                "steps",
                List.of(
                        step("start", 1, 0, 0.5),
                        step("work", 3, 1, 4.0),
                        step("join", 1, 0, 0.1),
                        step("end", 1, 0, 0.0)));
        assertThat(parsed).isEqualTo(expected);
    }

    private static Map<String, Object> step(String name, int tasks, int failedAttempts, double seconds) {
        return Map.of("step", name, "tasks", tasks, "caught", 0, "failedAttempts", failedAttempts, "seconds", seconds);
    }

    @Test
    void aStep() {
        console.type(flow, "show", run + "/work", "--json", "--limit", "2");

        assertThat(ParsedJson.at(console.out(), "pathspec")).isEqualTo("Sums/" + run + "/work");
        assertThat(ParsedJson.at(console.out(), "step")).isEqualTo("work");
        assertThat(ParsedJson.at(console.out(), "tasks", 0, "task")).isEqualTo("work/0");
        assertThat(ParsedJson.at(console.out(), "tasks", 1, "task")).isEqualTo("work/1");
        assertThat((List<?>) ParsedJson.at(console.out(), "tasks")).hasSize(2);
        assertThat(ParsedJson.at(console.out(), "more")).isEqualTo(true);
    }

    @Test
    void aTask() {
        console.type(flow, "show", run + "/work/1", "--json");

        assertThat(ParsedJson.at(console.out(), "pathspec")).isEqualTo("Sums/" + run + "/work/1");
        assertThat(ParsedJson.at(console.out(), "status")).isEqualTo("succeeded");
        assertThat(ParsedJson.at(console.out(), "attempts", 0, "status")).isEqualTo("failed");
        assertThat(ParsedJson.at(console.out(), "attempts", 0, "failure", "type"))
                .isEqualTo("java.lang.IllegalStateException");
        assertThat(ParsedJson.at(console.out(), "attempts", 0, "failure", "message"))
                .isEqualTo("no luck with 2");
        assertThat(ParsedJson.at(console.out(), "attempts", 0, "failure", "stackTrace"))
                .asString()
                .startsWith("java.lang.IllegalStateException: no luck with 2\n\tat dev.cairn.cli.Sums.");
        assertThat(ParsedJson.at(console.out(), "attempts", 1))
                .isEqualTo(Map.of(
                        "attempt",
                        1,
                        "status",
                        "succeeded",
                        "startedAt",
                        "2026-11-23T12:00:02.500Z",
                        "finishedAt",
                        "2026-11-23T12:00:03.500Z",
                        "seconds",
                        1.0));
        assertThat(ParsedJson.at(console.out(), "artifacts", "title"))
                .isEqualTo(Map.of(
                        "type",
                        "String",
                        "size",
                        42,
                        "sha",
                        TITLE,
                        "createdAt",
                        "2026-11-23T12:00:00.500Z",
                        "assigned",
                        false));
        assertThat(ParsedJson.at(console.out(), "artifacts", "product", "assigned"))
                .isEqualTo(true);
        assertThat(ParsedJson.at(console.out(), "items")).isEqualTo(List.of(2));
    }

    @Test
    void anArtifact() {
        console.type(flow, "show", run + "/work/1/title", "--json");

        assertThat(ParsedJson.of(console.out()))
                .isEqualTo(Map.of(
                        "pathspec",
                        "Sums/" + run + "/work/1/title",
                        "type",
                        "String",
                        "size",
                        42,
                        "sha",
                        TITLE,
                        "createdAt",
                        "2026-11-23T12:00:00.500Z",
                        "producer",
                        "Sums/" + run + "/start",
                        "readers",
                        List.of("Sums/" + run + "/join"),
                        "moreReaders",
                        false));
    }
}
