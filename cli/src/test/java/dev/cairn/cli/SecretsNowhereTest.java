package dev.cairn.cli;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.codec.Codecs;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.RunQuery;
import dev.cairn.datastore.RunRecord;
import dev.cairn.engine.flows.Guarded;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.definition.FlowDefinition;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an enemy with the files, the archive and the output of a run would look for: the text of a secret. */
class SecretsNowhereTest {
    private final String token = "token-" + UUID.randomUUID();
    private final String key = "key-" + UUID.randomUUID();
    private final BytesOfAll tokens = new BytesOfAll(token);
    private final BytesOfAll keys = new BytesOfAll(key);
    private final List<String> printed = new ArrayList<>();

    @TempDir
    private Path directory;

    /** Steps that use the secrets, log them, and fail with them, once or for good. */
    private static FlowDefinition<Guarded> flow(boolean failing) {
        return Guarded.flow()
                .step(foreach("start", "join", "numbers", Items.iterable(Codecs.BOXED_INT), "work"), (flow, task) -> {
                    flow.numbers = IntStream.range(0, 2_000).boxed().toList(); // is compressed
                    task.context().log("Authorization: Bearer " + flow.token + "\n" + flow.keys);
                })
                .step(linear("work", "join").retry(Retries.of(1)), (flow, task) -> {
                    if (task.context().attempt() == 0 && task.<Integer>item("numbers") < 2) {
                        throw new IllegalStateException(
                                "denied: " + flow.token, new IllegalArgumentException(flow.keys.get(0)));
                    }
                    flow.seen = ("token of " + flow.token.length() + " characters ").repeat(100);
                })
                .step(linear("join", "end").join(), (flow, task) -> {
                    task.inputs().mergeInto(flow, Merge.only(Guarded.Name.SEEN, Guarded.Name.NUMBERS));
                    task.context().log(task.context().parameters() + " " + task.context());
                })
                .step(end("end"), (flow, task) -> {
                    if (failing) {
                        throw new IllegalStateException("refused: " + flow.token + "x".repeat(20_000) + flow.token);
                    }
                })
                .build();
    }

    private Console console(Path store) throws IOException {
        Path file = Files.writeString(directory.resolve("keys"), "[\"" + key + "\"]\n");
        return new Console(Clock.systemUTC())
                .in(store)
                .with("CAIRN_RUN_TOKEN", token)
                .with("CAIRN_RUN_KEYS_FILE", file.toString())
                .with("CAIRN_RUN_PIN", "271828");
    }

    private int type(Console console, FlowDefinition<Guarded> flow, String... arguments) {
        int status = console.type(flow, arguments);
        printed.add(console.out());
        printed.add(console.err());
        return status;
    }

    @Test
    void ofARunThatSucceeds() throws IOException {
        Path store = directory.resolve("store");
        FlowDefinition<Guarded> flow = flow(false);
        Console console = console(store);

        assertThat(type(console, flow, "run", "--debug")).isEqualTo(ExitStatus.OK);
        assertThat(console.out()).contains("Authorization: Bearer ***");
        look(console, flow, store, "work/1");
    }

    @Test
    void ofARunThatFails() throws IOException {
        Path store = directory.resolve("store");
        FlowDefinition<Guarded> flow = flow(true);
        Console console = console(store);

        assertThat(type(console, flow, "run", "--debug")).isEqualTo(ExitStatus.FAILED);
        assertThat(console.err()).contains("refused: ***xxx");
        look(console, flow, store, "end");
    }

    private void look(Console console, FlowDefinition<Guarded> flow, Path store, String task) throws IOException {
        String run;
        try (Datastore datastore = Datastore.of("file:" + store)) {
            RunRecord record = datastore.runs().list(RunQuery.all()).findFirst().orElseThrow();
            run = record.id().toString();
            assertThat(tokens.values(datastore) + keys.values(datastore)).isZero();
            assertThat(new BytesOfAll("token of ").values(datastore))
                    .as("what is stored is found")
                    .isPositive();
            assertThat(tokens.isIn(record.toString())).isFalse();
        }
        String path = "Guarded/" + run;
        String archive = directory.resolve("runs.tar.zst").toString();
        for (String[] command : new String[][] {
            {"run", "--help"},
            {"list"},
            {"list", "--json"},
            {"show", "Guarded"},
            {"show", "Guarded", "--json"},
            {"show", path},
            {"show", path, "--json"},
            {"show", path + "/" + task},
            {"show", path + "/" + task, "--json"},
            {"dump", path + "/work/1"},
            {"dump", path + "/work/1", "--json"},
            {"dump", path + "/work/1/_secret_hashes"},
            {"dump", path + "/work/1/_exception"},
            {"verify"},
            {"backup", directory.resolve("backup").toString()},
            {"export", path, "--to", archive},
            {"export", path, "--to", archive + "2", "--json"},
            {"import", archive, "--datastore", "file:" + directory.resolve("other")}
        }) {
            assertThat(type(console, flow, command)).as(console.err()).isEqualTo(ExitStatus.OK);
        }
        assertThat(type(console, flow, "dump", path + "/work/1/token")).isEqualTo(ExitStatus.USAGE);

        assertThat(printed).noneMatch(tokens::isIn).noneMatch(keys::isIn);
        Files.delete(directory.resolve("keys"));
        assertThat(tokens.files(directory)).isEmpty();
        assertThat(keys.files(directory)).isEmpty();
        assertThat(tokens.isInCompressed(Path.of(archive))).isFalse();
        assertThat(keys.isInCompressed(Path.of(archive))).isFalse();
        assertThat(new BytesOfAll("_secret_hashes").isInCompressed(Path.of(archive)))
                .as("what is exported is found")
                .isTrue();
    }

    /** The search itself finds what is there. */
    @Test
    void aTokenThatIsStoredIsFound() throws IOException {
        Path store = directory.resolve("store");
        FlowDefinition<Guarded> flow = Guarded.flow()
                .step(linear("start", "end"), (each, task) -> each.seen = each.token)
                .step(end("end"), (each, task) -> {})
                .build();
        assertThat(type(console(store), flow, "run")).isEqualTo(ExitStatus.OK);

        assertThat(tokens.files(store)).isNotEmpty();
        assertThat(keys.files(store)).isEmpty();
    }
}
