package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.switchOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.LearningRates;
import dev.cairn.codec.Codecs;
import dev.cairn.engine.flows.FakeClock;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.runtime.definition.ArtifactDefinition;
import dev.cairn.runtime.definition.FlowDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds {@code docs/json.md} to the JSON of commands: each field is on the page, with its type, and each field of the page is printed. */
class JsonPageTest {
    private static final Path PAGE = Path.of("..", "docs", "json.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` (\\? )?\\| (\\w+) \\| .+ \\|");

    /** Only runs that go on, or that a step starts, have these, and their own tests. */
    private static final Set<String> OF_OTHER_RUNS = Set.of("startedBy", "steps[].openSince", "steps[].expected");

    @TempDir
    private Path directory;

    private final FakeClock clock = new FakeClock();
    private final TestFlow<LearningRates> flow = ModelSelections.flow();
    private final Sums sums = new Sums(clock);
    private final Map<String, Map<String, Field>> sections = new LinkedHashMap<>();
    private final Map<String, Set<String>> printed = new LinkedHashMap<>();
    private Console console;

    private record Field(String type, boolean isOptional) {}

    /** A flow with what the others have not: a secret parameter, a large one, and a switch. */
    private final TestFlow<Choosing> choosing = TestFlow.of("Choosing", Choosing.class, Choosing::new)
            .field(
                    ArtifactDefinition.parameter("token", "String", Codecs.STRING)
                            .confidential(),
                    each -> each.token,
                    (each, value) -> each.token = value)
            .field(
                    ArtifactDefinition.parameter("text", "String", Codecs.STRING),
                    each -> each.text,
                    (each, value) -> each.text = value)
            .step(switchOn("start", "text").when("a", "left").otherwise("end"), (each, task) -> {})
            .step(linear("left", "end"), (each, task) -> {})
            .step(end("end"), (each, task) -> {})
            .build();

    /** The flow class. */
    static final class Choosing {
        String token = "";
        String text = new Random(1)
                .ints(1_100_000, 'a', 'z')
                .collect(StringBuilder::new, (text, letter) -> text.append((char) letter), StringBuilder::append)
                .toString();
    }

    private void readPage() throws IOException {
        List<String> names = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = ROW.matcher(line);
            if (line.startsWith("## ")) {
                names = List.of(line.substring(3).split(", "));
                names.forEach(name -> sections.put(name, new LinkedHashMap<>()));
            } else if (row.matches()) {
                Field field = new Field(row.group(3), row.group(2) != null);
                names.forEach(name -> sections.get(name).put(row.group(1), field));
            }
        }
    }

    /** Checks what a command prints against a section of the page. */
    private void check(String section, FlowDefinition<?> of, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        if (section.equals("show")) {
            console.type(List.of(of), all.toArray(String[]::new)); // of the launcher
        } else {
            console.type(of, all.toArray(String[]::new));
        }
        assertThat(console.out()).as(all + " says " + console.err()).isNotEmpty();
        Object json = ParsedJson.of(console.out());
        check(section, "", json);
    }

    private void check(String section, String prefix, @Nullable Object json) {
        Set<String> found = new TreeSet<>();
        collect(section, prefix, json, found);
        printed.computeIfAbsent(section, name -> new TreeSet<>()).addAll(found);
        sections.get(section).forEach((path, field) -> {
            boolean isExpected = !field.isOptional() && (!path.contains("[]") || hasElements(json, path));
            if (isExpected) {
                assertThat(found).as(section).contains(path);
            }
        });
    }

    private static boolean hasElements(@Nullable Object json, String path) {
        Object array = json instanceof Map<?, ?> map ? map.get(path.substring(0, path.indexOf("[]"))) : null;
        return array instanceof List<?> list && !list.isEmpty() && !path.contains("*");
    }

    private void collect(String section, String path, @Nullable Object json, Set<String> found) {
        Field field = sections.get(section).get(path);
        if (field != null) {
            found.add(path);
            switch (field.type()) {
                case "string" -> assertThat(json).as(path).isInstanceOf(String.class);
                case "number" -> assertThat(json).as(path).isInstanceOf(Number.class);
                case "boolean" -> assertThat(json).as(path).isInstanceOf(Boolean.class);
                case "time" -> assertThat(json).as(path).matches(JsonPageTest::isTime);
                case "task" -> check("show task", "", json);
                case "artifact" -> collect("diff", "steps[].tasks[].artifacts[]", json, new TreeSet<>());
                case "value" -> assertThat(section).isNotEmpty(); // of any kind
                default -> throw new AssertionError(field.type());
            }
        } else if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                String named = path.isEmpty() ? (String) name : path + "." + name;
                boolean hasNames =
                        sections.get(section).keySet().stream().anyMatch(known -> known.startsWith(path + ".*"));
                collect(section, hasNames ? path + ".*" : named, value, found);
            });
        } else if (json instanceof List<?> list) {
            assertThat(sections.get(section).keySet())
                    .as("in section " + section)
                    .anyMatch(known -> known.startsWith(path + "[]"));
            list.forEach(element -> collect(section, path + "[]", element, found));
        } else {
            throw new AssertionError("section `" + section + "` has no field `" + path + "`");
        }
    }

    private static boolean isTime(@Nullable Object json) {
        try {
            return json instanceof String text && Instant.parse(text).toString().equals(text);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    @Test
    void everyFieldIsOnThePageAndThePageHasNoOther() throws IOException {
        readPage();
        Path store = directory.resolve("store");
        console = new Console(clock).in(store).with("CAIRN_RUN_MAX_WORKERS", "1");
        console.type(flow, "run", "--rates", "0.1,0.02", "--tag", "nightly");
        console.type(flow, "run", "--rates", "0.1,5.0");
        console.type(flow, "resume", "latest", "--rates", "0.1,5.0,0.2");
        console.type(flow, "resume", "latest", "--rates", "0.1,0.2");
        console.type(flow, "run", "--rates", "0.1");
        console.type(flow, "resume", "latest", "--from-step", "end");
        sums.run(store, 2, "good");
        sums.run(store, 13);
        console.with("CAIRN_CHOOSING_TOKEN", "hunter2").type(choosing, "run");

        check("list", flow, "list");
        check("show", flow, "show", "--datastore", "file:" + directory.resolve("none"));
        check("show flow", flow, "show");
        check("show flow", choosing, "show", "Choosing");
        check("show run", flow, "show", "latest", "--size");
        check("show run", sums.flow(), "show", "latest");
        check("show run", choosing, "show", "latest");
        check("show step", flow, "show", "latest/train");
        check("show step", sums.flow(), "show", "latest/work");
        check("show task", flow, "show", "latest/train/0");
        check("show task", sums.flow(), "show", "latest/work/2");
        check("show artifact", flow, "show", "latest/train/0/accuracy");
        check("show artifact", flow, "show", "latest/train/0/candidates", "--limit", "1");
        check("graph", flow, "graph");
        check("graph", choosing, "graph", "latest");
        check("dump", flow, "dump", "latest/train", "--head", "1");
        check("dump", choosing, "dump", "latest/end");
        check("diff", flow, "diff", "latest");
        check("diff", sums.flow(), "diff", "latest", "--fields", "1");
        check("diff", flow, "diff", "Sums/latest", "latest");
        check("diff", sums.flow(), "diff", "latest", "--max-value-size", "1");
        check("files", flow, "files", "latest");
        check(
                "files",
                flow,
                "files",
                "latest",
                "--to",
                directory.resolve("copies").toString());
        check("logs", flow, "logs", "latest");
        check("tag", flow, "tag", "latest", "--add", "new");
        check("show run", flow, "show", "latest");
        check("stop", flow, "stop", "latest");
        check("gc", flow, "gc", "--keep-last", "3", "--dry-run");
        check("backup", flow, "backup", directory.resolve("copy").toString());
        String export = directory.resolve("runs.tar.zst").toString();
        check("export", flow, "export", "latest", "--to", export);
        check("import", flow, "import", export, "--datastore", "file:" + directory.resolve("other"));
        check("import", flow, "import", export, "--datastore", "file:" + directory.resolve("other"));
        check("delete", flow, "delete", "latest");
        damage(store);
        check("dump", choosing, "dump", "latest/end", "--max-value-size", "10000000");
        check("verify", choosing, "verify");

        Map<String, Set<String>> missing = new LinkedHashMap<>();
        sections.forEach((section, fields) -> {
            Set<String> never = new TreeSet<>(fields.keySet());
            never.removeAll(printed.getOrDefault(section, Set.of()));
            never.removeAll(OF_OTHER_RUNS);
            if (!never.isEmpty()) {
                missing.put(section, never);
            }
        });
        assertThat(missing).as("fields of the page that nothing prints").isEmpty();
    }

    /** Changes a byte of each large value. */
    private static void damage(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("blobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length - 10] ^= 1;
                Files.write(file, bytes);
            }
        }
    }
}
