package dev.cairn.datastore.support;

import dev.cairn.datastore.LogLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The column {@code log.lines}: some lines, compressed where it pays.
 *
 * <pre>
 * lines = (stream:octet at:time text:text)* crc32c
 * </pre>
 */
final class LogFormat {
    /** Lines are put together until they have about so many bytes, so that they compress and a page of them stays small. */
    private static final int CHUNK = 64 * 1024;

    private static final LogLine.Stream[] STREAMS = LogLine.Stream.values();

    private final Compression compression;

    LogFormat(Compression compression) {
        this.compression = compression;
    }

    /**
     * Some lines in a row of the table.
     *
     * @param number the number of the row; 0 if it is not stored yet
     * @param size the number of bytes before compression
     * @param encoding how they are stored
     * @param bytes the bytes as they are stored
     * @param checksum the checksum of the lines; of one that was stored, 0
     */
    record Chunk(long number, int size, PreparedBlob.Encoding encoding, byte[] bytes, int checksum) {
        static Chunk stored(long number, int size, PreparedBlob.Encoding encoding, byte[] bytes) {
            return new Chunk(number, size, encoding, bytes, 0);
        }
    }

    List<Chunk> write(List<LogLine> lines) {
        List<Chunk> chunks = new ArrayList<>();
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

    private Chunk chunk(byte[] bytes) {
        Optional<byte[]> compressed = compression.compress(bytes, bytes.length);
        int checksum = Checksums.first(bytes);
        return compressed.isPresent()
                ? new Chunk(0, bytes.length, PreparedBlob.Encoding.ZSTD, compressed.get(), checksum)
                : new Chunk(0, bytes.length, PreparedBlob.Encoding.RAW, bytes, checksum);
    }

    static List<LogLine> read(byte[] bytes) {
        RecordReader reader = RecordReader.of(bytes);
        List<LogLine> lines = new ArrayList<>();
        while (!reader.atEnd()) {
            LogLine.Stream stream = STREAMS[reader.octet()];
            lines.add(new LogLine(reader.time(), stream, reader.text()));
        }
        return lines;
    }

    byte[] decompressed(Chunk chunk) {
        if (chunk.encoding() == PreparedBlob.Encoding.RAW) {
            return chunk.bytes();
        }
        try {
            return compression.decompress(chunk.bytes(), chunk.size());
        } catch (IOException e) {
            throw new DamagedRecordException(e.getMessage());
        }
    }
}
