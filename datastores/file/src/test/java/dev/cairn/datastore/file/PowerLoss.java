package dev.cairn.datastore.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a disk may hold after the power went, by the least that file systems promise:
 *
 * <ul>
 *   <li>what was written to a file since it was last forced is there, or is not, or is there in part
 *   <li>a name that was given, changed or taken away since its directory was last forced is there, or is not; a file has its new name or its
 *       old one
 *   <li>a database is as it was right after its last change, if it is durable; SQLite promises that. Its log, when it is removed, may stay.
 * </ul>
 */
final class PowerLoss {
    /** What becomes of that which is not durable. */
    enum Fate {
        LOST,
        KEPT,
        RANDOM
    }

    private final Random random;
    private final Map<Path, Node> durable = new LinkedHashMap<>();
    private final List<Rename> pending = new ArrayList<>();
    private final Map<Path, Node> current = new LinkedHashMap<>();

    PowerLoss(long seed) {
        this.random = new Random(seed);
    }

    /** A file, or a directory. */
    private static final class Node {
        private final boolean isDirectory;
        private byte[] forced = new byte[0];
        private final List<Operation.Write> unforced = new ArrayList<>();

        Node(boolean isDirectory) {
            this.isDirectory = isDirectory;
        }

        /** A file with durable content. */
        static Node file(byte[] content) {
            Node node = new Node(false);
            node.forced = content;
            return node;
        }

        void force() {
            forced = content(write -> write);
            unforced.clear();
        }

        byte[] content(Loss loss) {
            byte[] content = forced;
            for (Operation.Write write : unforced) {
                Operation.Write left = loss.of(write);
                if (left != null) {
                    content = applied(content, left);
                }
            }
            return content;
        }

        private static byte[] applied(byte[] content, Operation.Write write) {
            int end = (int) write.position() + write.bytes().length;
            byte[] result = Arrays.copyOf(content, Math.max(content.length, end));
            System.arraycopy(write.bytes(), 0, result, (int) write.position(), write.bytes().length);
            return result;
        }
    }

    /** What is left of a write. */
    @FunctionalInterface
    private interface Loss {
        Operation.@Nullable Write of(Operation.Write write);
    }

    /**
     * A change of names that is not durable.
     *
     * @param from the name that goes; null if none does
     * @param to the name that comes; null if none does
     */
    private record Rename(@Nullable Path from, @Nullable Path to, Node node) {
        boolean isIn(Path directory) {
            return from != null && directory.equals(from.getParent()) || to != null && directory.equals(to.getParent());
        }

        void apply(Map<Path, Node> names) {
            if (from != null) {
                names.remove(from, node);
            }
            if (to != null) {
                names.put(to, node);
            }
        }
    }

    /** What was there from the beginning, and so is durable: what is in {@code copy}, as if it were in {@code parent}. */
    void add(Path copy, Path parent) throws IOException {
        try (Stream<Path> paths = Files.walk(copy)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Node node = Files.isDirectory(path) ? new Node(true) : Node.file(Files.readAllBytes(path));
                Path there = parent.resolve(copy.relativize(path));
                durable.put(there, node);
                current.put(there, node);
            }
        }
    }

    /** What is in a file now; null if there is none. */
    byte @Nullable [] content(Path path) {
        Node node = current.get(path);
        return node == null ? null : node.content(write -> write);
    }

    /** Does an operation. */
    void add(Recording.Step step) {
        Operation operation = step.operation();
        Path path = operation.path();
        if (operation instanceof Operation.CreateDirectory) {
            rename(new Rename(null, path, new Node(true)));
        } else if (operation instanceof Operation.CreateFile) {
            rename(new Rename(null, path, new Node(false)));
        } else if (operation instanceof Operation.Write write) {
            node(path).unforced.add(write);
        } else if (operation instanceof Operation.Force) {
            node(path).force();
        } else if (operation instanceof Operation.Move move) {
            rename(new Rename(path, move.to(), node(path)));
        } else if (operation instanceof Operation.Delete) {
            if (current.containsKey(path)) {
                rename(new Rename(path, null, node(path)));
            }
        } else if (operation instanceof Operation.ForceNames) {
            forceNames(path);
        } else {
            change(path, Objects.requireNonNull(step.after()));
        }
    }

    private Node node(Path path) {
        return Objects.requireNonNull(current.get(path), path::toString);
    }

    private void rename(Rename rename) {
        rename.apply(current);
        pending.add(rename);
    }

    /** A file that has a durable name is not given an older one later. */
    private void forceNames(Path directory) {
        List<Rename> forced =
                pending.stream().filter(rename -> rename.isIn(directory)).toList();
        for (Rename rename : forced) {
            int index = pending.indexOf(rename);
            if (index >= 0) {
                pending.subList(0, index).removeIf(older -> older.node() == rename.node());
                pending.remove(rename);
                durable.values().removeIf(node -> node == rename.node());
                rename.apply(durable);
            }
        }
    }

    private void change(Path database, Recording.Snapshot after) {
        Node node = node(database);
        if (!after.durable()) {
            node.unforced.add(new Operation.Write(database, 0, after.database()));
            return;
        }
        node.unforced.clear();
        node.forced = after.database();
        log(Path.of(database + "-wal"), after.log());
    }

    private void log(Path log, byte @Nullable [] content) {
        Node node = current.get(log);
        if (content != null && node == null) {
            pending.removeIf(rename -> log.equals(rename.from())); // the one of before, which may still be there
            current.put(log, Node.file(content));
            durable.put(log, node(log));
        } else if (content != null) {
            node.forced = content;
        } else if (node != null) {
            rename(new Rename(log, null, node));
        }
    }

    /** What may be there now, under {@code parent}, as if it were under {@code target}. */
    void write(Fate fate, Path parent, Path target) throws IOException {
        Map<Path, Node> names = new HashMap<>(durable);
        for (Rename rename : pending) {
            if (isKept(fate)) {
                rename.apply(names);
            }
        }
        for (Path path : names.keySet().stream().sorted().toList()) { // directories before what is in them
            Path there = target.resolve(parent.relativize(path));
            if (path.equals(parent) || Files.isDirectory(there.getParent())) {
                Node node = names.get(path);
                if (node.isDirectory) {
                    Files.createDirectories(there);
                } else {
                    Files.write(there, node.content(write -> left(fate, write)));
                }
            }
        }
    }

    private boolean isKept(Fate fate) {
        return fate == Fate.KEPT || fate == Fate.RANDOM && random.nextBoolean();
    }

    private Operation.@Nullable Write left(Fate fate, Operation.Write write) {
        int kind = fate == Fate.RANDOM ? random.nextInt(4) : fate == Fate.KEPT ? 0 : 1;
        int cut = write.bytes().length < 2 ? 0 : random.nextInt(write.bytes().length);
        return switch (kind) {
            case 0 -> write;
            case 1 -> null;
            case 2 -> new Operation.Write(write.path(), write.position(), Arrays.copyOf(write.bytes(), cut));
            default ->
                new Operation.Write(
                        write.path(),
                        write.position() + cut,
                        Arrays.copyOfRange(write.bytes(), cut, write.bytes().length));
        };
    }

    /** How the log of a database may look while a change is on its way: with fewer frames of it, or half of one. */
    static List<byte[]> unfinished(byte @Nullable [] before, byte[] after) {
        byte[] old = before == null ? new byte[0] : before;
        List<byte[]> logs = new ArrayList<>();
        if (after.length <= 32) {
            return logs;
        }
        int page = (after[8] & 0xff) << 24 | (after[9] & 0xff) << 16 | (after[10] & 0xff) << 8 | after[11] & 0xff;
        int frame = page + 24;
        int same = Arrays.mismatch(old, after);
        for (int end = 32; same >= 0 && end <= after.length; end += frame) {
            for (int cut : new int[] {end, end + frame / 2}) {
                if (cut > same && cut <= after.length) {
                    byte[] log = Arrays.copyOf(after, Math.max(cut, Math.min(old.length, after.length)));
                    if (old.length > cut) {
                        System.arraycopy(old, cut, log, cut, Math.min(old.length, log.length) - cut);
                    }
                    logs.add(log);
                }
            }
        }
        return logs;
    }
}
