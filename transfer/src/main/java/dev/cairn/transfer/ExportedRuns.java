package dev.cairn.transfer;

import dev.cairn.datastore.BlobInfo;
import dev.cairn.datastore.Datastore;
import dev.cairn.datastore.FileRecord;
import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.RunRecord;
import dev.cairn.datastore.TaskId;
import dev.cairn.datastore.TaskRecord;
import dev.cairn.datastore.zstd.ZstdCompression;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs on their way into a file: their records as lines, in temporary files, from one walk through each run. Used once, by one thread. */
final class ExportedRuns implements RunVisitor, AutoCloseable {
    private final Datastore datastore;
    private final List<RunRecord> runs;
    private final Path directory;
    private final List<Spool> spools = new ArrayList<>();
    private final Map<RunId, Spool> output = new LinkedHashMap<>();
    private final Spool runLines;
    private final Spool attemptLines;
    private final Spool fileLines;
    private final Spool blobLines;
    private final BlobCollection blobs;
    private long attempts;

    ExportedRuns(Datastore datastore, List<RunRecord> runs, Path directory) throws IOException {
        this.datastore = datastore;
        this.runs = runs;
        this.directory = directory;
        this.runLines = spool();
        this.attemptLines = spool();
        this.fileLines = spool();
        this.blobLines = spool();
        this.blobs = new BlobCollection(datastore, blobLines);
    }

    private Spool spool() throws IOException {
        Spool spool = Spool.in(directory);
        spools.add(spool);
        return spool;
    }

    ExportReport write(Path file) throws IOException {
        for (RunRecord run : runs) {
            runLines.add(json -> RecordWriter.run(json, run));
            blobs.addArtifacts(run.artifacts().values());
            StoredRunWalk.walk(datastore, run.id(), this);
        }
        Path unfinished = Files.createTempFile(directory, ".cairn-export-", ".tar.zst");
        try {
            long bytes;
            try (OutputStream compressed = new ZstdCompression()
                    .compressing(new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16))) {
                bytes = write(compressed);
            }
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            long size = Files.size(unfinished);
            Files.move(unfinished, file); // within a directory: one step
            forceDirectory();
            List<String> names =
                    runs.stream().map(run -> run.flow() + "/" + run.id()).toList();
            return new ExportReport(names, attempts, blobs.count(), bytes, size);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** So that the name of the file survives a loss of power too. */
    private void forceDirectory() {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directories, and keeps names itself
        }
    }

    /** Writes the archive; the number of bytes that its manifest tells. */
    private long write(OutputStream compressed) throws IOException {
        long bytes = blobs.bytes();
        for (Spool spool : spools) {
            bytes += spool.end();
        }
        TarWriter archive = new TarWriter(compressed);
        archive.file(
                ExportEntries.MANIFEST,
                Manifest.of(runs.size(), attempts, blobs.count(), bytes).toBytes());
        copy(archive, ExportEntries.BLOBS, blobLines);
        copy(archive, ExportEntries.RUNS, runLines);
        for (Map.Entry<RunId, Spool> each : output.entrySet()) {
            copy(archive, ExportEntries.output(each.getKey()), each.getValue());
        }
        copy(archive, ExportEntries.TASKS, attemptLines);
        copy(archive, ExportEntries.FILES, fileLines);
        try (InputStream list = Files.newInputStream(blobLines.file())) {
            Lines.read(ExportEntries.BLOBS, list, json -> copy(archive, RecordReader.blob(json)));
        }
        archive.file(ExportEntries.END, end(archive.digest()));
        archive.end();
        return bytes;
    }

    private void copy(TarWriter archive, String entry, Spool spool) throws IOException {
        archive.file(entry, spool.end(), stream -> Files.copy(spool.file(), stream));
    }

    private void copy(TarWriter archive, BlobInfo blob) throws IOException {
        try (InputStream content = datastore.blobs().open(blob.address())) {
            archive.file(ExportEntries.blob(blob.address()), blob.size(), content::transferTo);
        }
    }

    private static byte[] end(String digest) {
        return ("{\"sha256\":\"" + digest + "\"}\n").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void log(RunId run, TaskId task, int attempt, List<LogLine> lines) throws IOException {
        Spool spool = output.get(run);
        if (spool == null) {
            spool = spool();
            output.put(run, spool);
        }
        for (LogLine line : lines) {
            spool.add(json -> RecordWriter.line(json, task, attempt, line));
        }
    }

    @Override
    public void attempt(TaskRecord attempt, long lines) throws IOException {
        attempts++;
        attemptLines.add(json -> RecordWriter.attempt(json, attempt, lines));
        blobs.addArtifacts(attempt.artifacts().values());
        if (attempt.fork() != null) {
            blobs.addItems(attempt.fork().items());
        }
    }

    @Override
    public void file(RunId run, FileRecord file) throws IOException {
        fileLines.add(json -> RecordWriter.file(json, run, file));
        blobs.add(file.content().address());
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Spool spool : spools) {
            try {
                spool.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
