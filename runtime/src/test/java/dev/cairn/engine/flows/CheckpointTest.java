package dev.cairn.engine.flows;

import static dev.cairn.runtime.definition.StepDefinition.end;
import static dev.cairn.runtime.definition.StepDefinition.foreach;
import static dev.cairn.runtime.definition.StepDefinition.linear;
import static dev.cairn.runtime.definition.StepDefinition.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.client.Run;
import dev.cairn.client.Task;
import dev.cairn.codec.CodecException;
import dev.cairn.datastore.Address;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskRunner;
import dev.cairn.engine.TaskUnit;
import dev.cairn.maintenance.GarbageCollection;
import dev.cairn.maintenance.RetentionPolicy;
import dev.cairn.maintenance.Verification;
import dev.cairn.maintenance.VerificationReport;
import dev.cairn.runtime.FlowFailedException;
import dev.cairn.runtime.Merge;
import dev.cairn.runtime.TaskArguments;
import dev.cairn.runtime.TaskContext;
import dev.cairn.runtime.definition.Access;
import dev.cairn.runtime.definition.Items;
import dev.cairn.runtime.definition.Retries;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tasks that store their fields in mid-step, and other attempts that go on from there. */
class CheckpointTest extends OnEachStore {
    private static final int EPOCHS = 6;
    private static final int ARRAY = 50_000;

    private final List<String> seen = new ArrayList<>();
    private final Map<String, String> code = new HashMap<>(Map.of("start", "1", "train", "1", "end", "1"));
    private int failAt = 4;
    private int failures = 1;
    private int first = 7;

    /** {@code start -> train -> end}: trains some epochs, with a checkpoint after each second one. */
    private TestFlow<Numbers> training(Retries retries) {
        return Numbers.flow("Training")
                .step(linear("start", "train").access(Access.nothing().mustAssign("value", "count")), (flow, task) -> {
                    flow.value = first;
                    flow.count = 5;
                })
                .step(
                        linear("train", "end")
                                .retry(retries)
                                .access(Access.nothing().reads("value").mustAssign("count", "numbers", "array")),
                        this::train)
                .step(end("end").access(Access.nothing()), (flow, task) -> {})
                .build();
    }

    private void train(Numbers flow, TaskArguments task) {
        if (!task.context().restored()) {
            flow.count = 0;
            flow.numbers = new ArrayList<>();
            flow.array = new int[ARRAY];
        }
        while (flow.count < EPOCHS) {
            epoch(flow, task.context());
        }
    }

    private void epoch(Numbers flow, TaskContext task) {
        if (flow.count == failAt && failures-- > 0) {
            throw new IllegalStateException("epoch " + failAt);
        }
        seen.add(task.attempt() + ":" + flow.count);
        flow.numbers.add((int) flow.value * flow.count);
        flow.array[flow.count] = flow.count;
        flow.count++;
        if (flow.count % 2 == 1) {
            task.checkpoint();
        }
    }

    private TestRun<Numbers> builder(Retries retries) {
        return TestRun.of(training(retries)).datastore(datastore).code(code).maxWorkers(1);
    }

    private String failed() {
        AtomicReference<String> id = new AtomicReference<>();
        assertThatThrownBy(() -> builder(Retries.NONE)
                        .onStart(run -> id.set(run.id().toString()))
                        .run())
                .isInstanceOf(FlowFailedException.class);
        seen.clear();
        return id.get();
    }

    private static List<String> log(Task task) {
        try (Stream<LogLine> log = task.log()) {
            return log.map(LogLine::text).toList();
        }
    }

    private static String withoutTime(String line) {
        return line.replaceAll(" made at .*", " made at ..");
    }

    @Test
    void theNextAttemptGoesOn() {
        Run run = builder(Retries.of(1)).run();

        assertThat(seen).containsExactly("0:0", "0:1", "0:2", "0:3", "1:3", "1:4", "1:5");
        assertThat(run.step("train").task().artifact("numbers").value()).isEqualTo(List.of(0, 7, 14, 21, 28, 35));
        assertThat(run.step("end").task().artifact("count").value()).isEqualTo(EPOCHS);
        assertThat(log(run.step("train").task()))
                .extracting(CheckpointTest::withoutTime)
                .containsExactly("goes on from the checkpoint that attempt 0 made at ..");
    }

    @Test
    void theNewestAttemptCounts() {
        failures = 3;

        builder(Retries.of(3)).run();

        assertThat(seen).containsExactly("0:0", "0:1", "0:2", "0:3", "1:3", "2:3", "3:3", "3:4", "3:5");
    }

    @Test
    void leavesWhatAStraightRunLeaves() {
        Run interrupted = builder(Retries.of(1)).run();

        Run straight = builder(Retries.NONE).run();

        assertThat(straight.step("train").task().artifact("array").sha())
                .isEqualTo(interrupted.step("train").task().artifact("array").sha());
        assertThat(ofEnd(straight)).isEqualTo(ofEnd(interrupted)).hasSize(1);
    }

    private List<String> ofEnd(Run run) {
        return RecordText.of(datastore, run.id()).stream()
                .filter(line -> line.startsWith("end "))
                .toList();
    }

    @Test
    void aResumedRunGoesOn() {
        String origin = failed();

        Run resumed = builder(Retries.NONE).resume(origin);

        assertThat(seen).containsExactly("0:3", "0:4", "0:5");
        assertThat(resumed.step("train").task().artifact("numbers").value()).isEqualTo(List.of(0, 7, 14, 21, 28, 35));
        assertThat(log(resumed.step("train").task()))
                .extracting(CheckpointTest::withoutTime)
                .containsExactly(
                        "goes on from the checkpoint that attempt 0 of run Training/" + origin + " made at ..");
    }

    @Test
    void soDoesOneThatIsResumedFromThat() {
        failures = 2;
        String origin = failed();
        AtomicReference<String> second = new AtomicReference<>();
        assertThatThrownBy(() -> builder(Retries.NONE)
                        .onStart(run -> second.set(run.id().toString()))
                        .resume(origin))
                .isInstanceOf(FlowFailedException.class);

        builder(Retries.NONE).resume(second.get());

        assertThat(seen).containsExactly("0:3", "0:3", "0:4", "0:5");
    }

    @Test
    void whatStartsWithOtherArtifactsStartsAnew() {
        String origin = failed();
        first = 8;
        code.put("start", "2");

        Run resumed = builder(Retries.NONE).resume(origin);

        assertThat(seen).containsExactly("0:0", "0:1", "0:2", "0:3", "0:4", "0:5");
        assertThat(resumed.step("train").task().artifact("numbers").value()).isEqualTo(List.of(0, 8, 16, 24, 32, 40));
        assertThat(log(resumed.step("train").task()))
                .containsExactly(
                        "a checkpoint is not used: the task starts with other artifacts, or with another element,"
                                + " than the attempt that made it");
    }

    @Test
    void whatStartsWithTheSameGoesOnThoughStepsBeforeRanAgain() {
        String origin = failed();
        code.put("start", "2");

        builder(Retries.NONE).resume(origin);

        assertThat(seen).containsExactly("0:3", "0:4", "0:5");
    }

    @Test
    void otherCodeStartsAnew() {
        String origin = failed();
        code.put("train", "2");
        List<String> lines = new ArrayList<>();

        builder(Retries.NONE)
                .outputListener((path, line) -> lines.add(line.text()))
                .resume(origin);

        assertThat(seen).containsExactly("0:0", "0:1", "0:2", "0:3", "0:4", "0:5");
        assertThat(lines)
                .containsExactly(
                        "start: 1 task reused",
                        "train: runs again: its code changed",
                        "end: had not run",
                        "train: 1 checkpoint is not used (its code changed)");
    }

    @Test
    void aCheckpointThatIsMissingIsNotTakenOver() {
        String origin = failed();
        checkpointBlobs(origin).forEach(datastore.blobs()::delete);
        List<String> lines = new ArrayList<>();

        Run resumed = builder(Retries.NONE)
                .outputListener((path, line) -> lines.add(line.text()))
                .resume(origin);

        assertThat(seen).containsExactly("0:0", "0:1", "0:2", "0:3", "0:4", "0:5");
        assertThat(lines).endsWith("train: 1 checkpoint is not used (missing in the datastore)");
        assertThat(log(resumed.step("train").task())).isEmpty();
        assertThat(Verification.of(datastore).problems())
                .extracting(VerificationReport.Problem::where)
                .containsOnly("the checkpoint of task Training/" + origin + "/train");
    }

    @Test
    void whatIsNoCheckpointIsNotUsed() {
        String origin = failed();
        BlobInfo content = datastore.blobs().put("no checkpoint".getBytes(StandardCharsets.UTF_8));
        datastore.runs().putFile(new RunId(origin), "checkpoint:train:0", content, Instant.EPOCH);

        assertThat(Verification.of(datastore).problems())
                .containsExactly(new VerificationReport.Problem(
                        "the checkpoint of task Training/" + origin + "/train",
                        "a checkpoint is damaged: its checksum is wrong"));
        Run resumed = builder(Retries.NONE).resume(origin);

        assertThat(seen).containsExactly("0:0", "0:1", "0:2", "0:3", "0:4", "0:5");
        assertThat(log(resumed.step("train").task()))
                .containsExactly(
                        "a checkpoint is not used, because it cannot be read: a checkpoint is damaged: its checksum"
                                + " is wrong");
    }

    private Set<Address> checkpointBlobs(String run) {
        try (var files = datastore.runs().files(new RunId(run), "checkpoint:")) {
            return files.map(file -> file.content().address()).collect(Collectors.toSet());
        }
    }

    private Set<Address> arrays() {
        try (Stream<BlobInfo> blobs = datastore.blobs().list()) {
            return blobs.filter(blob -> blob.size() > ARRAY)
                    .map(BlobInfo::address)
                    .collect(Collectors.toSet());
        }
    }

    private void collectGarbage() {
        GarbageCollection.of(datastore, RetentionPolicy.keepAll())
                .withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(3)))
                .run();
    }

    @Test
    void garbageCollectionKeepsWhatAnUnfinishedTaskNeeds() {
        String origin = failed();

        collectGarbage();

        assertThat(Verification.of(datastore).problems()).isEmpty();
        builder(Retries.NONE).resume(origin);
        assertThat(seen).containsExactly("0:3", "0:4", "0:5");
    }

    @Test
    void garbageCollectionRemovesWhatAFinishedTaskLeft() {
        builder(Retries.of(1)).run();
        Set<Address> removed = arrays();

        collectGarbage();

        removed.removeAll(arrays());
        assertThat(removed).as("the arrays of the first, third and fifth epoch").hasSize(3);
        assertThat(Verification.of(datastore).problems()).isEmpty();
    }

    @Test
    void verificationNoticesWhatIsMissing() {
        String origin = failed();
        arrays().forEach(datastore.blobs()::delete);

        assertThat(Verification.of(datastore).problems())
                .extracting(VerificationReport.Problem::where)
                .contains("the checkpoint of task Training/" + origin + "/train");
    }

    /** Each of these would be lost if only what differs from before were stored. */
    @Test
    void fieldsAreAsTheyWereThen() {
        List<String> states = new ArrayList<>();
        run(Numbers.flow("States")
                .step(linear("start", "work"), (flow, task) -> {
                    flow.count = 5;
                    flow.text = "before";
                    flow.numbers = new ArrayList<>(List.of(1));
                    flow.value = 9;
                    flow.prices = Map.of("a", 1);
                })
                .step(
                        linear("work", "end")
                                .retry(Retries.of(1))
                                .access(Access.nothing()
                                        .mustAssign("count", "text", "words")
                                        .mayAssign("prices")
                                        .mayChange("numbers")
                                        .reads("numbers", "value")),
                        (flow, task) -> {
                            if (task.context().attempt() == 1) {
                                states.add(task.context().restored() + " " + flow.count + " " + flow.text + " "
                                        + flow.numbers + " " + flow.value + " " + flow.words + " " + flow.prices);
                                flow.words = Set.of("late");
                                return;
                            }
                            flow.count = 0; // as in a fresh instance, but not as before
                            flow.text = null;
                            flow.prices = null; // this was loaded
                            flow.numbers.add(2);
                            task.context().checkpoint();
                            flow.count = 77;
                            flow.words = Set.of("lost");
                            throw new IllegalStateException("once");
                        })
                .step(end("end"), (flow, task) -> states.add(flow.count + " " + flow.text + " " + flow.numbers))
                .build());

        assertThat(states).containsExactly("true 0 null [1, 2] 9 null null", "0 null [1, 2]");
    }

    @Test
    void aJoinGoesOnWithWhatItMerged() {
        List<String> states = new ArrayList<>();
        run(Numbers.flow("Joining")
                .step(split("start", "join", "left", "right"), (flow, task) -> flow.text = "shared")
                .step(
                        linear("left", "join").access(Access.nothing().mustAssign("value")),
                        (flow, task) -> flow.value = 3)
                .step(linear("right", "join").access(Access.nothing()), (flow, task) -> {})
                .step(
                        linear("join", "end")
                                .join()
                                .retry(Retries.of(1))
                                .access(Access.nothing().reads("text").mustAssign("count")),
                        (flow, task) -> {
                            TaskContext context = task.context();
                            if (!context.restored()) {
                                task.inputs().mergeInto(flow, Merge.all());
                                flow.count = task.inputs().size();
                                context.checkpoint();
                                throw new IllegalStateException("once");
                            }
                            states.add(flow.text + " " + flow.count + " "
                                    + task.inputs().size());
                        })
                .step(end("end"), (flow, task) -> states.add(flow.text + " " + flow.count + " " + flow.value))
                .build());

        assertThat(states).containsExactly("shared 2 2", "shared 2 3");
    }

    @Test
    void eachItemHasItsOwn() {
        List<String> states = new ArrayList<>();
        run(Numbers.flow("Items")
                .step(foreach("start", "join", "count", Items.range(), "work"), (flow, task) -> flow.count = 3)
                .step(
                        linear("work", "join")
                                .retry(Retries.of(1))
                                .access(Access.nothing().mustAssign("value")),
                        (flow, task) -> {
                            if (!task.context().restored()) {
                                flow.value = 10 + task.index("count");
                                task.context().checkpoint();
                                throw new IllegalStateException("once");
                            }
                        })
                .step(
                        linear("join", "end").join(),
                        (flow, task) -> IntStream.range(0, 3)
                                .forEach(i -> states.add(
                                        String.valueOf(task.inputs().get(i).<Object>value("value")))))
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(states).containsExactly("10", "11", "12");
    }

    @SuppressWarnings("unchecked")
    private static void pollute(Object numbers) {
        ((List<Object>) numbers).add("no number");
    }

    @Test
    void whatCannotBeStoredLeavesTheOneBefore() {
        List<String> messages = new ArrayList<>();
        Run run = run(Numbers.flow("Unstorable")
                .step(linear("start", "end").retry(Retries.of(1)), (flow, task) -> {
                    if (task.context().restored()) {
                        flow.text = "restored " + flow.numbers;
                        return;
                    }
                    flow.numbers = new ArrayList<>(List.of(1));
                    task.context().checkpoint();
                    flow.text = "lost";
                    pollute(flow.numbers);
                    try {
                        task.context().checkpoint();
                    } catch (CodecException e) {
                        messages.add(e.getMessage());
                        throw e;
                    }
                })
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThat(messages).singleElement().asString().startsWith("numbers: could not be stored: ");
        assertThat(run.step("end").task().artifact("text").value()).isEqualTo("restored [1]");
    }

    @Test
    void aTaskThatHasEndedMakesNone() {
        AtomicReference<TaskContext> kept = new AtomicReference<>();
        run(Numbers.flow("Late")
                .step(linear("start", "end"), (flow, task) -> kept.set(task.context()))
                .step(end("end"), (flow, task) -> {})
                .build());

        assertThatThrownBy(() -> kept.get().checkpoint())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("task " + kept.get().path() + " has ended, so it cannot store a checkpoint");
    }

    /** As by an engine whose worker was lost: the same attempt once more, in another process. */
    @Test
    void aRedeliveredAttemptGoesOn() {
        String origin = failed();
        failures = 1;
        TaskUnit unit =
                new TaskUnit("Training", new RunId(origin), TaskId.parse("train"), 1, List.of(TaskId.parse("start")));
        TestFlow<Numbers> dying = training(Retries.of(5));
        try (TaskRunner<Numbers> runner = TaskRunner.attach(dying, datastore, unit.run())) {
            runner.run(unit);
        }

        assertThat(seen).startsWith("1:3");
    }
}
