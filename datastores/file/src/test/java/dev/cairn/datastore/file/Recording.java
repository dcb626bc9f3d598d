package dev.cairn.datastore.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Notes each operation of a disk, in order, and what was acknowledged in between. Thread-safe. Of databases it keeps copies, of the file and
 * of its log, as they are right after each of their changes.
 */
final class Recording implements ObservedDisk.Observer, AutoCloseable {
    private static final Pattern TESTS = Pattern.compile("[.](Recording|ObservedDisk|StoreLife)");

    private final List<Step> steps = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<Path, FileChannel> channels = new HashMap<>();
    private final Map<Path, byte[]> contents = new HashMap<>();

    /**
     * An operation that was done.
     *
     * @param operation what was done
     * @param caller the line of code that asked for it
     * @param after a database after its change; null for other operations
     */
    record Step(
            Operation operation, String caller, @Nullable Snapshot after) {}

    /**
     * A database.
     *
     * @param durable whether all of it is on the disk
     * @param database the file
     * @param log its log; null if there is none
     */
    record Snapshot(boolean durable, byte[] database, byte @Nullable [] log) {}

    /**
     * Something that was acknowledged.
     *
     * @param steps after how many operations
     * @param line what it was
     */
    record Fact(int steps, String line) {}

    @Override
    public synchronized void observe(Operation operation, ObservedDisk.Action action) throws IOException, SQLException {
        String caller = caller();
        if (operation instanceof Operation.Change change) {
            boolean durable = change.session().number("PRAGMA synchronous") >= 2 && isOwn(change);
            action.run();
            steps.add(new Step(operation, caller, snapshot(change.path(), durable)));
        } else {
            action.run();
            steps.add(new Step(operation, caller, null));
        }
    }

    /** Whether it is the database of the session, and no copy. */
    private static boolean isOwn(Operation.Change change) throws SQLException {
        return change.session()
                .first("SELECT file FROM pragma_database_list WHERE name = 'main'", row -> Path.of(row.getString(1)))
                .orElseThrow()
                .equals(change.path());
    }

    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("dev.cairn.datastore.file"))
                        .filter(frame -> !TESTS.matcher(frame.getClassName()).find())
                        .findFirst()
                        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + " " + frame.getMethodName())
                        .orElseThrow());
    }

    synchronized void acknowledge(String line) {
        facts.add(new Fact(steps.size(), line));
    }

    List<Step> steps() {
        return steps;
    }

    /** What had been acknowledged before an operation. */
    List<String> facts(int before) {
        return facts.stream()
                .filter(fact -> fact.steps() <= before)
                .map(Fact::line)
                .toList();
    }

    /** Whether something was acknowledged right before an operation. */
    boolean hasFact(int before) {
        return facts.stream().anyMatch(fact -> fact.steps() == before);
    }

    private Snapshot snapshot(Path database, boolean durable) throws IOException {
        byte[] log = read(Path.of(database + "-wal"));
        byte[] content = read(database);
        return new Snapshot(durable, content == null ? new byte[0] : content, log);
    }

    /** Equal ones are kept once. Files stay open: to close one that SQLite has open too would take its locks from it. */
    private byte @Nullable [] read(Path path) throws IOException {
        if (!Files.exists(path)) {
            channels.remove(path);
            return null;
        }
        FileChannel channel = channels.computeIfAbsent(path, Recording::open);
        byte[] now = new byte[(int) channel.size()];
        channel.read(ByteBuffer.wrap(now), 0);
        byte[] before = contents.get(path);
        if (before != null && Arrays.equals(before, now)) {
            return before;
        }
        contents.put(path, now);
        return now;
    }

    private static FileChannel open(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels.values()) {
            channel.close();
        }
    }
}
