package dev.cairn.engine.resume;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Cairn;
import dev.cairn.client.Run;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.RunId;
import dev.cairn.engine.Fingerprints;
import dev.cairn.engine.fingerprint.ReachedCode;
import dev.cairn.engine.flows.Numbers;
import dev.cairn.engine.flows.TestFlow;
import dev.cairn.engine.flows.TestRun;
import dev.cairn.runtime.FlowFailedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A run keeps what its steps reach, so that whoever resumes it is told what of that changed. */
class ChangedCodeTest {
    private static final String BEFORE = """
            1
            start\tcount\tend
            CODE\tcom.acme.Text.words()V\t11\t0-1
            CODE\tcom.acme.Words.count()V\t22\t1
            CODE\tcom.acme.Words.end()V\t33\t2
            """;

    private final Datastore datastore = Datastore.inMemory();
    private final List<String> lines = new ArrayList<>();
    private boolean fails = true;

    private record Code(String count, Optional<ReachedCode> reached) implements StepFingerprints {
        static Code of(String count, String reached) {
            return new Code(count, Optional.of(ReachedCode.parse(reached.getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public Optional<String> of(String step) {
            return Optional.of("2:61:" + (step.equals("count") ? count : step));
        }
    }

    private TestRun<Numbers> run(StepFingerprints code) {
        TestFlow<Numbers> flow = Numbers.flow("Words")
                .step(linear("start", "count"), (each, task) -> {})
                .step(linear("count", "end"), (each, task) -> {})
                .step(end("end"), (each, task) -> {
                    if (fails) {
                        throw new IllegalStateException("it was asked for");
                    }
                })
                .build();
        return Fingerprints.set(TestRun.of(flow), code)
                .datastore(datastore)
                .outputListener((path, line) -> lines.add(line.text()));
    }

    private String failed(StepFingerprints code) {
        fails = true;
        assertThatThrownBy(run(code)::run).isInstanceOf(FlowFailedException.class);
        fails = false;
        lines.clear();
        return Cairn.open(datastore).flow("Words").latest().id();
    }

    private List<Address> stored(String run) {
        try (Stream<FileRecord> files = datastore.runs().files(new RunId(run), "code:")) {
            return files.map(file -> file.content().address()).toList();
        }
    }

    @Test
    void isNamed() {
        String failed = failed(Code.of("1", BEFORE));

        run(Code.of("2", BEFORE.replace("\t11\t", "\t12\t"))).resume(failed);

        assertThat(lines)
                .containsExactly(
                        "start: 1 task reused",
                        "count: runs again: its code changed: `com.acme.Text.words`",
                        "end: runs again: a step before it runs");
    }

    @Test
    void ofACheckToo() {
        String failed = failed(Code.of("1", BEFORE));

        assertThat(run(Code.of("2", BEFORE.replace("\t22\t", "\t23\t")))
                        .plan(failed)
                        .steps())
                .extracting(step -> step.line())
                .contains("count: runs again: its code changed: `com.acme.Words.count`");
    }

    @Test
    void aResumedRunKeepsThatOfItsOwnCode() {
        String failed = failed(Code.of("1", BEFORE));
        String other = BEFORE.replace("\t22\t", "\t23\t");

        Run resumed = run(Code.of("2", other)).resume(failed);

        assertThat(stored(resumed.id())).hasSize(1).isNotEqualTo(stored(failed));
        assertThat(resumed.files().keys()).isEmpty();
        assertThat(stored(failed(Code.of("1", BEFORE)))).isEqualTo(stored(failed));
    }

    /** As of a version that did not keep it. */
    @Test
    void whereItIsNotKnownItIsNotNamed() {
        String failed = failed(new Code("1", Optional.empty()));
        assertThat(stored(failed)).isEmpty();

        run(Code.of("2", BEFORE)).resume(failed);

        assertThat(lines).contains("count: runs again: its code changed");
    }

    @Test
    void whatCannotBeReadDoesNoHarm() {
        String failed = failed(Code.of("1", BEFORE));
        datastore
                .runs()
                .putFile(
                        new RunId(failed),
                        "code:reached",
                        datastore.blobs().put("of a later version".getBytes(StandardCharsets.UTF_8)),
                        Instant.EPOCH);

        run(Code.of("2", BEFORE)).resume(failed);

        assertThat(lines).contains("count: runs again: its code changed");
    }
}
