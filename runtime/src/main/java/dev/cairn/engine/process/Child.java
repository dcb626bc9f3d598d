package dev.cairn.engine.process;

import dev.cairn.engine.TaskOutcome;
import dev.cairn.engine.output.StandardStreams;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Another virtual machine that runs tasks of one run, one at a time. Thread-safe, but for {@link #run}, which one thread calls at a time.
 */
public final class Child implements AutoCloseable {
    /** How long a process may live on after its connection has ended: one that crashes writes a report. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChildNeeds needs;
    private final Process process;
    private final Connection connection;
    private final RawOutput output;
    private final RawOutput errors;
    private final Consumer<Message.Line> lines;
    private volatile ShownLines shown = new ShownLines("");
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /** A message; or null, and then perhaps what arrived instead, once nothing more comes. */
    private record Arrival(
            @Nullable Message message, @Nullable String torn) {}

    /** How a process dealt with an attempt. */
    public sealed interface Ending {}

    /** The attempt ended, and the process can run the next one. */
    public record Ended(TaskOutcome outcome) implements Ending {}

    /**
     * The process died. What the attempt left is unknown.
     *
     * @param how sentences
     * @param begun whether the attempt had begun; otherwise another process can run it, as if nothing had happened
     */
    public record Died(String how, boolean begun) implements Ending {}

    /** The step took longer than it may, and its process did not end it. It was killed. */
    public record TimedOut() implements Ending {}

    /** The process cannot run tasks of this run. */
    public record Unfit(Message.Refused refusal) implements Ending {}

    private Child(
            ChildNeeds needs,
            Process process,
            Connection connection,
            RawOutput[] outputs,
            Consumer<Message.Line> lines) {
        this.needs = needs;
        this.process = process;
        this.connection = connection;
        this.output = outputs[0];
        this.errors = outputs[1];
        this.lines = lines;
        Thread reader = new Thread(this::read, "cairn-child-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process, and waits until it has come.
     *
     * @param main the class that it runs, whose argument is the path of a socket
     * @param started is told of the process at once, so that it can be killed before it has come
     * @param lines receives each line of output
     * @throws ChildStartException if it ended instead, with what it wrote
     */
    static Child start(ChildNeeds needs, Class<?> main, Consumer<Process> started, Consumer<Message.Line> lines)
            throws IOException {
        try (Rendezvous rendezvous = Rendezvous.open()) {
            Process process = JvmCommand.start(
                    needs.options(), needs.memory(), main, rendezvous.socket().toString(), rendezvous.argumentFile());
            started.accept(process);
            RawOutput output =
                    new RawOutput(process.getInputStream(), StandardStreams::current, "output-of-" + process.pid());
            RawOutput errors =
                    new RawOutput(process.getErrorStream(), StandardStreams::currentErr, "errors-of-" + process.pid());
            closeAtEnd(rendezvous, process);
            Connection connection = rendezvous.await();
            if (connection == null) {
                throw ChildStartException.of(exitStatus(process), output.lastLines(), errors.lastLines());
            }
            return new Child(needs, process, connection, new RawOutput[] {output, errors}, lines);
        }
    }

    /** Who waits for a process that ends instead of coming must hear of it. */
    @SuppressWarnings("FutureReturnValueIgnored") // what it does is all there is
    private static void closeAtEnd(Rendezvous rendezvous, Process process) {
        process.onExit().thenRun(rendezvous::close);
    }

    private static int exitStatus(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What it was started with. */
    public ChildNeeds needs() {
        return needs;
    }

    /** Whether it can be given a task. It may die at any time. */
    boolean isAlive() {
        return process.isAlive();
    }

    private void read() {
        try {
            for (Message message = connection.read(); message != null; message = connection.read()) {
                if (message instanceof Message.Line line) {
                    shown.add(line);
                    lines.accept(line);
                } else {
                    arrivals.add(new Arrival(message, null));
                }
            }
            arrivals.add(new Arrival(null, null));
        } catch (TornFrameException e) {
            arrivals.add(new Arrival(null, e.getMessage()));
        }
    }

    /** Says whose tasks come; null if the process is ready for them. */
    @Nullable
    Ending attach(Message.Attach attach) {
        connection.send(attach);
        Arrival arrival = next(null);
        if (arrival != null && arrival.message() instanceof Message.Attached) {
            return null;
        } else if (arrival != null && arrival.message() instanceof Message.Refused refused) {
            return new Unfit(refused);
        }
        return died(arrival, false);
    }

    /**
     * Lets it run an attempt, and waits for the end.
     *
     * @param path the path of the task
     * @param timeout how long the method of the step may take until the process is killed; null for no limit
     */
    public Ending run(Message.Run unit, String path, @Nullable Duration timeout) {
        shown = new ShownLines(path);
        connection.send(unit);
        boolean begun = false;
        Duration left = null;
        while (true) {
            Arrival arrival = next(left);
            if (arrival == null) {
                kill();
                return new TimedOut();
            } else if (arrival.message() instanceof Message.Began) {
                begun = true;
            } else if (arrival.message() instanceof Message.Entered) {
                left = timeout;
            } else if (arrival.message() instanceof Message.Left) {
                left = null;
            } else if (arrival.message() instanceof Message.Outcome outcome) {
                return new Ended(outcome.outcome());
            } else {
                return died(arrival, begun);
            }
        }
    }

    /** What it has shown of the attempt that it ran last. */
    public ShownLines shown() {
        return shown;
    }

    /** What comes next; null if nothing came in time. */
    private @Nullable Arrival next(@Nullable Duration most) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return most == null ? arrivals.take() : arrivals.poll(most.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Died died(@Nullable Arrival arrival, boolean begun) {
        if (arrival != null && (arrival.torn() != null || arrival.message() != null)) {
            kill();
            String what = arrival.torn() == null ? "a message out of turn" : arrival.torn();
            return new Died("what it sent cannot be understood: " + what + ".", begun);
        }
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
                return new Died("it closed its connection, and was killed.", begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
        return new Died(ProcessDeath.text(exitStatus(process), lastLines()), begun);
    }

    private List<String> lastLines() {
        List<String> lines = new ArrayList<>(errors.lastLines());
        lines.addAll(output.lastLines());
        return lines;
    }

    /** Asks it to stop its task. */
    void stop() {
        connection.send(new Message.Stop());
    }

    /** Kills it, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        connection.cut();
        exitStatus(process);
    }

    /** Asks it to end; returns at once. */
    @Override
    public void close() {
        connection.send(new Message.Close());
    }

    /** Waits for its end until {@code deadline}, as {@link System#nanoTime}, and kills it then. */
    void awaitEnd(long deadline) {
        try {
            if (!process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        connection.cut();
    }
}
