package dev.cairn.datastore.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.datastore.LogLine;
import dev.cairn.datastore.RunId;
import dev.cairn.datastore.TaskId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lines of output as they are stored. */
class LogFormatTest {
    private static final RunKey RUN = new RunKey(new RunId("20261123T211357042-k3f9x2dq"), 7, 1);
    private static final TaskId TASK = TaskId.parse("train/3");
    private static final Instant AT = Instant.parse("2026-11-23T21:13:57.042123789Z");
    private static final String DAMAGED = "the output of attempt 1 of task train/3 is damaged: ";

    private final LogFormat format = new LogFormat(Compression.none());
    private final LogFormat compressing = new LogFormat(new Doubling());

    private static LogLine line(String text) {
        return new LogLine(AT, LogLine.Stream.ERR, text);
    }

    private static StoredLog stored(LogChunk chunk, long checksum) {
        return new StoredLog(40, 2, chunk, checksum);
    }

    private static long checksum(LogChunk chunk) {
        return Checksums.ofLog(7, "train", PositionKey.encode(TASK.position()), 1, 2, chunk.checksum());
    }

    private static List<LogLine> read(LogFormat format, LogChunk chunk) {
        return format.read(stored(chunk, checksum(chunk)), RUN, TASK, 1);
    }

    private static void assertDamaged(LogFormat format, StoredLog stored, String how) {
        assertThatThrownBy(() -> format.read(stored, RUN, TASK, 1))
                .isInstanceOf(DamagedRecordException.class)
                .hasMessage(DAMAGED + how);
    }

    @Test
    void linesComeBackAsTheyWere() {
        List<LogLine> lines = List.of(
                new LogLine(AT, LogLine.Stream.LOG, "a"),
                new LogLine(AT.plusNanos(1), LogLine.Stream.OUT, ""),
                new LogLine(Instant.EPOCH, LogLine.Stream.ERR, "é\n"));

        List<LogChunk> chunks = format.write(lines);

        assertThat(chunks).hasSize(1);
        assertThat(chunks.get(0).encoding()).isEqualTo(Encoding.RAW);
        assertThat(chunks.get(0).size()).isEqualTo(chunks.get(0).bytes().length);
        assertThat(chunks.get(0).checksum())
                .isEqualTo(Checksums.first(chunks.get(0).bytes()));
        assertThat(read(format, chunks.get(0))).isEqualTo(lines);
    }

    /** Every later version has to read them. */
    @Test
    void theBytesStayAsTheyAre() {
        byte[] bytes = format.write(List.of(line("no"))).get(0).bytes();

        assertThat(HexFormat.of().formatHex(bytes, 0, bytes.length - 4))
                .isEqualTo("0" + LogLine.Stream.ERR.ordinal() + "aab2a5b00d8d848b14" + "026e6f");
    }

    @Test
    void noLinesAreNothing() {
        assertThat(format.write(List.of())).isEmpty();
    }

    @Test
    void manyLinesAreStoredInChunks() {
        String text = "x".repeat(1010); // with time, stream and length 1,022 bytes
        List<LogLine> lines = IntStream.range(0, 200).mapToObj(i -> line(text)).toList();

        List<LogChunk> chunks = format.write(lines);

        assertThat(chunks.stream().map(chunk -> read(format, chunk).size())).containsExactly(65, 65, 65, 5);
        assertThat(chunks.stream()
                        .flatMap(chunk -> read(format, chunk).stream())
                        .toList())
                .isEqualTo(lines);
    }

    /** A chunk ends with the line that fills it, and no empty one follows. */
    @Test
    void aLineThatFillsAChunkIsItsLast() {
        int head = 1 + 9 + 3; // stream, time and length
        LogLine full = line("x".repeat(64 * 1024 - head));
        LogLine almost = line("x".repeat(64 * 1024 - head - 1));

        assertThat(format.write(List.of(full))).hasSize(1);
        assertThat(format.write(List.of(full, full))).hasSize(2);
        assertThat(format.write(List.of(almost, line("a")))).hasSize(1);
    }

    @Test
    void whatIsWorthwhileIsCompressed() {
        List<LogLine> lines = List.of(line("no"));
        LogChunk plain = format.write(lines).get(0);

        LogChunk chunk = compressing.write(lines).get(0);

        assertThat(chunk.encoding()).isEqualTo(Encoding.COMPRESSED);
        assertThat(chunk.size()).isEqualTo(plain.bytes().length);
        assertThat(chunk.bytes()).hasSize(2 * plain.bytes().length);
        assertThat(chunk.checksum()).isEqualTo(plain.checksum());
        assertThat(compressing.decompressed(chunk)).isEqualTo(plain.bytes());
        assertThat(read(compressing, chunk)).isEqualTo(lines);
    }

    @Test
    void whatCannotBeDecompressedIsDamaged() {
        LogChunk chunk = compressing.write(List.of(line("no"))).get(0);
        byte[] bytes = chunk.bytes().clone();
        bytes[0]++;
        LogChunk damaged = new LogChunk(chunk.size(), Encoding.COMPRESSED, bytes, 0);

        assertDamaged(compressing, stored(damaged, checksum(chunk)), "not doubled");
        assertDamaged(format, stored(chunk, checksum(chunk)), "it is compressed, in a store that compresses nothing");
    }

    @Test
    void whatHasTheKeyOfAnotherIsDamaged() {
        LogChunk chunk = format.write(List.of(line("no"))).get(0);

        assertDamaged(format, stored(chunk, checksum(chunk) + 1), "its key is not the one that it was written with");
        assertThatThrownBy(() -> format.read(stored(chunk, checksum(chunk)), RUN, TASK, 0))
                .hasMessage("the output of attempt 0 of task train/3 is damaged: its key is not the one that it was"
                        + " written with");
        assertThat(format.read(stored(chunk, Checksums.NONE), RUN, TASK, 0)).containsExactly(line("no"));
    }

    @Test
    void whatHasAnotherFirstChecksumIsDamaged() {
        LogChunk chunk = format.write(List.of(line("no"))).get(0);
        byte[] bytes = chunk.bytes().clone();
        bytes[bytes.length - 5]++;

        assertDamaged(
                format,
                stored(new LogChunk(bytes.length, Encoding.RAW, bytes, 0), checksum(chunk)),
                "its checksum is wrong");
    }

    @Test
    void whatHasNoSuchStreamIsDamaged() {
        RecordWriter writer = new RecordWriter();
        writer.octet(LogLine.Stream.values().length);
        byte[] bytes = writer.finish();
        LogChunk chunk = new LogChunk(bytes.length, Encoding.RAW, bytes, Checksums.first(bytes));

        assertDamaged(format, stored(chunk, checksum(chunk)), "it is not what was written");
    }

    @Test
    void ofTheRunItIsSaidSo() {
        assertThat(LogFormat.damaged(TaskId.RUN, 0, "some of it is missing"))
                .hasMessage("the output of the run that belongs to no task is damaged: some of it is missing");
    }
}
