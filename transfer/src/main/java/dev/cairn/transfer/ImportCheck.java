package dev.cairn.transfer;

import dev.cairn.datastore.Address;
import dev.cairn.datastore.ArtifactRef;
import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.runtime.internal.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks whether an export can be imported, and writes nothing: whether all that its runs refer to is in it, and nothing else; whether
 * reading its values runs code that they choose; and what its runs are, to compare them with those that are there. Not thread-safe.
 */
final class ImportCheck implements ExportVisitor {
    /** A compressed file that holds more than a gigabyte rarely holds more than this times its own size. */
    private static final long LARGEST_RATIO = 1000;

    private static final long SMALL = 1_000_000_000;
    private static final long LARGEST_SCHEMA = 16_000_000;
    private static final long LARGEST_ITEMS = 256_000_000;
    private static final String IF_TRUSTED = " If you trust whoever made it, import it with --trust.";

    private final long fileSize;
    private final boolean trusted;
    private final Map<Address, Integer> numbers = new HashMap<>();
    private final List<Long> sizes = new ArrayList<>();
    private final BitSet needed = new BitSet();
    private final Set<Address> items = new HashSet<>();
    private final Map<RunId, RunRecord> runs = new LinkedHashMap<>();
    private final Map<RunId, RunDigest> digests = new HashMap<>();
    private Manifest manifest = Manifest.of(0, 0, 0, 0);

    /**
     * A check.
     *
     * @param fileSize the number of bytes of the compressed file
     * @param trusted whether its author may run code
     */
    ImportCheck(long fileSize, boolean trusted) {
        this.fileSize = fileSize;
        this.trusted = trusted;
    }

    Manifest manifest() {
        return manifest;
    }

    Collection<RunRecord> runs() {
        return runs.values();
    }

    /** The digest of a run. Asked for once. */
    byte[] digest(RunRecord run) throws IOException {
        RunDigest digest = digests.get(run.id());
        if (digest == null) {
            throw new IllegalStateException("run " + run.id() + " is not in the file");
        }
        return digest.value(run);
    }

    /** Called after all else. */
    void end() {
        if (needed.cardinality() != numbers.size()) {
            numbers.forEach((address, number) -> {
                if (!needed.get(number)) {
                    throw new BadExportException("no run in it refers to its `" + ExportEntries.blob(address) + "`.");
                }
            });
        }
    }

    @Override
    public void manifest(Manifest announced) {
        manifest = announced;
        if (!trusted && announced.bytes() > SMALL && announced.bytes() / LARGEST_RATIO > fileSize) {
            throw new BadExportException("it holds " + ByteSize.text(announced.bytes()) + " in a file of "
                    + ByteSize.text(fileSize) + ", which only a file made to fill disks does, or one of dull values."
                    + IF_TRUSTED);
        }
    }

    @Override
    public void listed(BlobInfo blob) {
        sizes.add(blob.size());
        numbers.put(blob.address(), numbers.size());
    }

    @Override
    public void run(RunRecord run) {
        runs.put(run.id(), run);
        digests.put(run.id(), new RunDigest());
        artifacts(run.artifacts().values());
    }

    private RunDigest of(RunId run) {
        RunDigest digest = digests.get(run);
        if (digest == null) {
            throw new BadExportException("it belongs to run " + run + ", which is not in the file");
        }
        return digest;
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) throws IOException {
        of(run).log(run, task, attempt, lines);
    }

    @Override
    public void attempt(TaskRecord attempt, long lines) throws IOException {
        of(attempt.run()).attempt(attempt, lines);
        artifacts(attempt.artifacts().values());
        if (attempt.fork() != null) {
            need(attempt.fork().items());
            items.add(attempt.fork().items());
        }
    }

    @Override
    public void file(RunId run, FileRecord file) throws IOException {
        of(run).file(run, file);
        need(file.content().address(), file.content().size());
    }

    private void artifacts(Collection<ArtifactRef> artifacts) {
        for (ArtifactRef artifact : artifacts) {
            byte[] inline = artifact.inline();
            if (inline == null) {
                need(artifact.address(), artifact.size());
            } else {
                needSchema(BlobNeeds.schemaOfValue(inline));
            }
        }
    }

    private int need(Address address) {
        Integer number = numbers.get(address);
        if (number == null) {
            throw new BadExportException("it refers to " + address + ", which is not in the file");
        }
        needed.set(number);
        return number;
    }

    private void need(Address address, long size) {
        if (sizes.get(need(address)) != size) {
            throw new BadExportException("it refers to " + address + " with another size than listed");
        }
    }

    /** If the schema were not in the file, one that is in the datastore would be taken, and could be anything. */
    private void needSchema(Optional<Address> schema) {
        if (schema.isPresent() && (!trusted || numbers.containsKey(schema.get()))) {
            need(schema.get());
        }
    }

    @Override
    public void blob(BlobInfo blob, InputStream content) throws IOException {
        byte[] beginning = content.readNBytes(BlobNeeds.BEGINNING);
        needSchema(BlobNeeds.schemaOfValue(beginning));
        if (items.contains(blob.address())) {
            byte[] all = whole(blob, beginning, content, LARGEST_ITEMS);
            needSchema(BlobNeeds.schemaOfItems(all));
            BlobNeeds.segments(all).forEach(this::need);
        } else if (BlobNeeds.isSchema(beginning)) {
            requireHarmless(blob, whole(blob, beginning, content, LARGEST_SCHEMA));
        }
        content.transferTo(OutputStream.nullOutputStream());
    }

    private byte[] whole(BlobInfo blob, byte[] beginning, InputStream content, long largest) throws IOException {
        if (!trusted && blob.size() > largest) {
            throw new BadExportException(
                    "its `" + ExportEntries.blob(blob.address()) + "` is larger than " + ByteSize.text(largest)
                            + ", which only a file made to fill memory is likely to have." + IF_TRUSTED);
        }
        byte[] rest = content.readAllBytes();
        byte[] all = new byte[beginning.length + rest.length];
        System.arraycopy(beginning, 0, all, 0, beginning.length);
        System.arraycopy(rest, 0, all, beginning.length, rest.length);
        return all;
    }

    private void requireHarmless(BlobInfo blob, byte[] schema) {
        if (!trusted && BlobNeeds.isOpaque(schema)) {
            throw new BadExportException("it holds @Opaque values (schema "
                    + blob.address().abbreviated()
                    + "), and whoever made them chooses what code runs when they are read." + IF_TRUSTED);
        }
    }
}
