package dev.cairn.engine.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.datastore.LogLine.Stream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenLinesTest {
    private final List<String> told = new ArrayList<>();
    private final OpenLines lines = new OpenLines(20, (stream, text) -> told.add(stream + " " + text));

    private void write(Charset charset, byte... bytes) {
        lines.add(Stream.OUT, ByteBuffer.wrap(bytes), charset);
    }

    @Test
    void piecesMakeLines() {
        lines.add(Stream.OUT, "a", false);
        lines.add(Stream.OUT, "b", true);
        lines.add(Stream.OUT, "c\nd\n\ne", false);
        assertThat(told).containsExactly("OUT ab", "OUT c", "OUT d", "OUT ");

        lines.end();
        assertThat(told).endsWith("OUT e").hasSize(5);
        assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void streamsHaveLinesOfTheirOwn() {
        lines.add(Stream.OUT, "o", false);
        lines.add(Stream.ERR, "e", false);
        lines.add(Stream.OUT, "ut", true);
        lines.add(Stream.ERR, "rr", true);

        assertThat(told).containsExactly("OUT out", "ERR err");
    }

    @Test
    void threadsHaveLinesOfTheirOwn() throws InterruptedException {
        lines.add(Stream.OUT, "mine ", false);
        Thread other = new Thread(() -> lines.add(Stream.OUT, "other", true));
        other.start();
        other.join();
        lines.add(Stream.OUT, "too", true);

        assertThat(told).containsExactly("OUT other", "OUT mine too");
    }

    @Test
    void aReturnEndsALineToo() {
        lines.add(Stream.OUT, "10 %\r20 %\r\n", false);
        lines.add(Stream.OUT, "30 %\r", false);
        lines.add(Stream.OUT, "\n40 %\r", true);
        lines.add(Stream.OUT, "", true);

        assertThat(told).containsExactly("OUT 10 %", "OUT 20 %", "OUT 30 %", "OUT 40 %", "OUT ");
    }

    @Test
    void aCharacterMayComeInPieces() {
        for (byte each : "ä€\uD83D\uDE00\n".getBytes(StandardCharsets.UTF_8)) {
            write(StandardCharsets.UTF_8, each);
        }
        write(StandardCharsets.ISO_8859_1, (byte) 0xe4, (byte) '\n');

        assertThat(told).containsExactly("OUT ä€\uD83D\uDE00", "OUT ä");
        assertThat(lines.isEmpty()).isTrue();
    }

    @Test
    void halfACharacterIsNone() {
        write(StandardCharsets.UTF_8, (byte) 'a', (byte) 0xe2);
        lines.add(Stream.OUT, "b", true);
        write(StandardCharsets.UTF_8, (byte) 0xff, (byte) '\n', (byte) 0xe2);
        lines.end();

        assertThat(told).containsExactly("OUT a\uFFFDb", "OUT \uFFFD", "OUT \uFFFD");
    }

    @Test
    void aLineThatIsTooLongIsBroken() {
        lines.add(Stream.OUT, "x".repeat(15), false);
        lines.add(Stream.ERR, "y".repeat(6), false);
        lines.add(Stream.ERR, "z", true);
        lines.add(Stream.OUT, "x", true);

        assertThat(told).containsExactly("ERR yyyyyy", "ERR z", "OUT " + "x".repeat(16));
    }

    /** However a text is cut into pieces, its lines are those of the text. */
    @Test
    void anyPieces() {
        long seed = 20261130;
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            int length = random.nextInt(30);
            String text = random.ints(length, 0, 5)
                    .mapToObj(each -> "ab\n\r\u20ac".substring(each, each + 1))
                    .collect(Collectors.joining());
            List<String> found = new ArrayList<>();
            OpenLines open = new OpenLines(1000, (stream, line) -> found.add(line));
            for (int start = 0; start < length; ) {
                int end = start + 1 + random.nextInt(length - start);
                String piece = text.substring(start, end);
                if (random.nextBoolean()) {
                    byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
                    int cut = random.nextInt(bytes.length + 1);
                    open.add(Stream.OUT, ByteBuffer.wrap(bytes, 0, cut), StandardCharsets.UTF_8);
                    open.add(Stream.OUT, ByteBuffer.wrap(bytes, cut, bytes.length - cut), StandardCharsets.UTF_8);
                } else {
                    open.add(Stream.OUT, piece, false);
                }
                start = end;
            }
            open.end();

            assertThat(found)
                    .as("seed %d, text %d", seed, i)
                    .isEqualTo(text.lines().toList());
        }
    }
}
