package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.FailureRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskFact;
import dev.cairn.engine.TaskOutcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages arrive as they were sent, or not at all. */
class MessageFormatTest {
    private static final TaskId TASK = TaskId.parse("work/3#1");
    private static final FailureRecord FAILURE =
            new FailureRecord("java.lang.IllegalStateException", "no dätä", "x".repeat(100_000));

    static Stream<Message> messages() {
        return Stream.of(
                new Message.Run(TASK, 2, List.of(TaskId.of("start"), TaskId.parse("left/7"))),
                new Message.Run(TASK, 0, List.of()),
                new Message.Stop(),
                new Message.Close(),
                new Message.Attached(),
                new Message.Refused(FAILURE),
                new Message.Began(),
                new Message.Entered(),
                new Message.Left(),
                new Message.Line(
                        "Flow/run/work/3",
                        new LogLine(Instant.parse("2026-11-30T08:00:00.123456789Z"), LogLine.Stream.ERR, "grüezi\n")),
                new Message.Outcome(new TaskOutcome(TASK, 1, null, null)),
                new Message.Outcome(new TaskOutcome(TASK, 1, null, FAILURE)),
                new Message.Outcome(new TaskOutcome(
                        TASK, 1, new TaskFact(TASK, 1, new TaskFact.Finished(List.of("a", "b"), true)), FAILURE)),
                new Message.Outcome(
                        new TaskOutcome(TASK, 1, new TaskFact(TASK, 0, new TaskFact.FannedOut(1_000_000)), null)),
                new Message.Outcome(
                        new TaskOutcome(TASK, 1, new TaskFact(TASK, 1, new TaskFact.Failed(false)), FAILURE)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void arriveAsTheyWereSent(Message message) throws TornFrameException {
        assertThat(MessageFormat.read(MessageFormat.write(message))).isEqualTo(message);
    }

    @Test
    void secretsArriveAndAreNotShown() throws TornFrameException {
        Message.Attach attach = new Message.Attach(
                "com.acme.Provider",
                "file:/x",
                new RunId("20261123T211357042-k3f9x2dq"),
                Map.of("token", "hunter2".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                7,
                true);

        Message.Attach read = (Message.Attach) MessageFormat.read(MessageFormat.write(attach));

        assertThat(read.secrets().get("token")).asString().isEqualTo("hunter2");
        assertThat(read).usingRecursiveComparison().ignoringFields("secrets").isEqualTo(attach);
        assertThat(attach).hasToString("Attach[20261123T211357042-k3f9x2dq]");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void areRefusedWhereverTheyAreCutOff(Message message) {
        byte[] bytes = MessageFormat.write(message);
        for (int length = 0; length < Math.min(bytes.length, 300); length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MessageFormat.read(cut)).isInstanceOf(TornFrameException.class);
        }
        assertThatThrownBy(() -> MessageFormat.read(Arrays.copyOf(bytes, bytes.length + 3)))
                .isInstanceOf(TornFrameException.class);
    }

    /** Whatever comes, it is a message or refused: no other exception, and no memory for a length that is a lie. */
    @Test
    void garbageIsRefused() {
        long seed = 20261130;
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            try {
                MessageFormat.read(garbage);
            } catch (TornFrameException e) {
                refused++;
            }
        }
        assertThat(refused).as("seed %s", seed).isBetween(15_000, 20_000);
    }
}
