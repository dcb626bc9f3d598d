package dev.cairn.datastore.support;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.TaskId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The format of lines of output, which are stored in chunks and compressed if this is worthwhile. Thread-safe.
 *
 * <pre>
 * lines = (stream:octet at:time text:text)* crc32c
 * </pre>
 */
public final class LogFormat {
    /** Lines are put together until they have about so many bytes, so that they compress and a page of them stays small. */
    private static final int CHUNK = 64 * 1024;

    private static final LogLine.Stream[] STREAMS = LogLine.Stream.values();

    private final Compression compression;

    /**
     * The format in a store with this compression.
     *
     * @param compression the same that the lines were written with
     */
    public LogFormat(Compression compression) {
        this.compression = compression;
    }

    List<LogChunk> write(List<LogLine> lines) {
        List<LogChunk> chunks = new ArrayList<>();
        RecordWriter writer = new RecordWriter();
        for (LogLine line : lines) {
            writer.octet(line.stream().ordinal());
            writer.time(line.at());
            writer.text(line.text());
            if (writer.length() >= CHUNK) {
                chunks.add(chunk(writer.finish()));
                writer = new RecordWriter();
            }
        }
        if (writer.length() > 0) {
            chunks.add(chunk(writer.finish()));
        }
        return chunks;
    }

    private LogChunk chunk(byte[] bytes) {
        Optional<byte[]> compressed = compression.compress(bytes, bytes.length);
        int checksum = Checksums.first(bytes);
        return compressed.isPresent()
                ? new LogChunk(bytes.length, Encoding.COMPRESSED, compressed.get(), checksum)
                : new LogChunk(bytes.length, Encoding.RAW, bytes, checksum);
    }

    /** The lines of a part, whose checksums are right. */
    List<LogLine> read(StoredLog stored, RunKey run, TaskId task, int attempt) {
        try {
            byte[] bytes = decompressed(stored.chunk());
            long computed = Checksums.ofLog(
                    run.number(),
                    task.step(),
                    PositionKey.encode(task.position()),
                    attempt,
                    stored.part(),
                    Checksums.first(bytes));
            if (!Checksums.agree(stored.checksum(), computed)) {
                throw new DamagedRecordException("its key is not the one that it was written with");
            }
            return read(bytes);
        } catch (DamagedRecordException e) {
            throw damaged(task, attempt, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            throw damaged(task, attempt, "it is not what was written");
        }
    }

    static DamagedRecordException damaged(TaskId task, int attempt, String how) {
        String whose =
                task.equals(TaskId.RUN) ? "the run that belongs to no task" : "attempt " + attempt + " of task " + task;
        return new DamagedRecordException("the output of " + whose + " is damaged: " + how);
    }

    private static List<LogLine> read(byte[] bytes) {
        RecordReader reader = RecordReader.of(bytes);
        List<LogLine> lines = new ArrayList<>();
        while (!reader.atEnd()) {
            LogLine.Stream stream = STREAMS[reader.octet()];
            lines.add(new LogLine(reader.time(), stream, reader.text()));
        }
        return lines;
    }

    /**
     * The bytes of a chunk before compression.
     *
     * @param chunk a chunk as it is stored
     * @return the lines and their checksum, which is not verified here
     * @throws DamagedRecordException if they cannot be decompressed
     */
    public byte[] decompressed(LogChunk chunk) {
        if (chunk.encoding() == Encoding.RAW) {
            return chunk.bytes();
        }
        try {
            return compression.decompress(chunk.bytes(), chunk.size());
        } catch (IOException e) {
            throw new DamagedRecordException(String.valueOf(e.getMessage()));
        }
    }
}
