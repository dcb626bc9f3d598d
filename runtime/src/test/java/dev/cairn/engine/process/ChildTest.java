package dev.cairn.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import dev.cairn.engine.TaskOutcome;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a process does that does not do what it should: it says so, and it is gone. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ChildTest {
    private static final Message.Run UNIT = new Message.Run(TaskId.of("start"), 0, List.of());
    private static final Message.Attach ATTACH =
            new Message.Attach("Provider", "file:x", new RunId("20261123T211357042-k3f9x2dq"), Map.of(), 1, true);

    private final List<Process> processes = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void noProcessIsLeft() {
        assertThat(processes).isNotEmpty().noneMatch(Process::isAlive);
    }

    private Child start(Class<?> main, String how) throws IOException {
        return Child.start(
                new ChildNeeds(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Dhow=" + how), null),
                main,
                processes::add,
                line -> {});
    }

    /** Says that it has begun, and then something else. */
    static final class Faulty {
        private Faulty() {}

        public static void main(String[] arguments) throws Exception {
            LifeLine.hold(() -> false);
            SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
            channel.connect(UnixDomainSocketAddress.of(arguments[0]));
            Frames.read(channel);
            Frames.write(channel, MessageFormat.write(new Message.Attached()));
            Frames.read(channel);
            Frames.write(channel, MessageFormat.write(new Message.Began()));
            switch (System.getProperty("how")) {
                case "garbage" -> channel.write(ByteBuffer.wrap("hello, world".getBytes(StandardCharsets.UTF_8)));
                case "torn" -> {
                    channel.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 9, 10, 1, 2}));
                    channel.close();
                }
                case "no-message" -> Frames.write(channel, new byte[] {99});
                case "out-of-turn" -> Frames.write(channel, MessageFormat.write(new Message.Attached()));
                case "closed" -> channel.close();
                case "deaf" -> Frames.write(channel, MessageFormat.write(new Message.Entered()));
                case "finished" ->
                    Frames.write(
                            channel,
                            MessageFormat.write(
                                    new Message.Outcome(new TaskOutcome(TaskId.of("start"), 0, null, null))));
                default -> throw new IllegalArgumentException();
            }
            new CountDownLatch(1).await();
        }
    }

    private Child.Ending run(String how) throws IOException {
        Child child = start(Faulty.class, how);
        assertThat(child.attach(ATTACH)).isNull();
        Child.Ending ending = child.run(UNIT, "Flow/run/start", Duration.ofMillis(200));
        child.kill();
        return ending;
    }

    @Test
    void whatCannotBeUnderstoodIsTheDeathOfIt() throws IOException {
        assertThat(run("garbage"))
                .isEqualTo(new Child.Died("what it sent cannot be understood: a frame of 1751477356 bytes.", true));
        assertThat(run("torn"))
                .isEqualTo(new Child.Died(
                        "what it sent cannot be understood: a frame that ends after 3 of 9 bytes.", true));
        assertThat(run("no-message"))
                .isEqualTo(new Child.Died(
                        "what it sent cannot be understood: a message of 1 bytes that cannot be read.", true));
        assertThat(run("out-of-turn"))
                .isEqualTo(new Child.Died("what it sent cannot be understood: a message out of turn.", true));
    }

    @Test
    void aConnectionThatEndsIsTheDeathOfIt() throws IOException {
        assertThat(run("closed")).isEqualTo(new Child.Died("it closed its connection, and was killed.", true));
    }

    @Test
    void aStepThatDoesNotEndInTimeIsTheDeathOfIt() throws IOException {
        assertThat(run("deaf")).isEqualTo(new Child.TimedOut());
    }

    @Test
    void anOutcomeIsTheEndOfTheAttempt() throws IOException {
        assertThat(run("finished")).isEqualTo(new Child.Ended(new TaskOutcome(TaskId.of("start"), 0, null, null)));
    }

    /** The directory is gone, in which nobody else could have met them. */
    @Test
    void theyMeetWhereNobodyElseIs() throws IOException {
        Child child = start(Recording.class, "x");
        Path socket = Path.of(Files.readString(Recording.FILE));

        assertThat(socket.getFileName()).hasToString("socket");
        assertThat(socket.getParent()).doesNotExist();
        assertThat(Files.readString(Path.of(Recording.FILE + ".permissions"))).isEqualTo("rwx------");
        Files.delete(Recording.FILE);
        child.kill();
    }

    /** Writes down where it met the other process. */
    static final class Recording {
        static final Path FILE =
                Path.of("target", "child-test-" + ProcessHandle.current().pid());

        private Recording() {}

        public static void main(String[] arguments) throws Exception {
            LifeLine.hold(() -> false);
            Path directory = Path.of(arguments[0]).getParent();
            Path file = Path.of(
                    "target",
                    "child-test-"
                            + ProcessHandle.current().parent().orElseThrow().pid());
            Files.writeString(file, arguments[0]);
            Files.writeString(
                    Path.of(file + ".permissions"),
                    java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
            Connection.to(Path.of(arguments[0]));
            new CountDownLatch(1).await();
        }
    }

    /** Ends before it comes. */
    static final class Ending {
        private Ending() {}

        public static void main(String[] arguments) {
            System.err.println("nothing to do here.");
            System.exit(4);
        }
    }

    @Test
    void aProcessThatDoesNotComeSaysWhy() {
        assertThatThrownBy(() -> start(Ending.class, "x"))
                .isInstanceOf(ChildStartException.class)
                .hasMessage(
                        "a process for tasks could not be started: its exit status is 4, and it said: nothing to do here."
                                + " Check its options.");
    }

    /** Kills itself before it comes. */
    static final class Killed {
        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            new CountDownLatch(1).await();
        }
    }

    @Test
    void aProcessThatIsKilledBeforeItComesMayBeFollowedByAnother() {
        assertThatThrownBy(() -> start(Killed.class, "x"))
                .isInstanceOfSatisfying(
                        ChildStartException.class,
                        e -> assertThat(e.signalled()).isTrue())
                .hasMessageStartingWith(
                        "a process for tasks could not be started: it was ended by signal 9 (SIGKILL).");
    }
}
