package dev.cairn.engine.output;

import dev.cairn.datastore.LogLine;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts together lines that are written in pieces. Each thread has a line of its own on each stream, so that what several threads write at
 * once is not mixed within a line. A line ends with {@code \n}, {@code \r} or both. Guarded by the lock of its {@link OutputLog}.
 */
final class OpenLines {
    /** Receives lines without their line breaks. */
    @FunctionalInterface
    interface Receiver {
        void line(LogLine.Stream stream, String text);
    }

    private record Writer(Thread thread, LogLine.Stream stream) {}

    /** The beginning of a line. */
    private static final class OpenLine {
        private final StringBuilder text = new StringBuilder();
        private byte[] undecoded = {};
        private boolean afterReturn; // a line feed that follows is part of the line break before
    }

    private final int most;
    private final Receiver receiver;
    private final Map<Writer, OpenLine> lines = new LinkedHashMap<>();
    private long characters;

    /**
     * None yet.
     *
     * @param most how many characters may be kept; a line with which they would be more is broken
     * @param receiver is told each line
     */
    OpenLines(int most, Receiver receiver) {
        this.most = most;
        this.receiver = receiver;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Adds text that the calling thread wrote, and, if {@code ends}, a line break. */
    void add(LogLine.Stream stream, String text, boolean ends) {
        if (lines.isEmpty() && ends && !hasBreak(text)) {
            receiver.line(stream, text);
            return;
        }
        Writer writer = new Writer(Thread.currentThread(), stream);
        OpenLine line = lines.computeIfAbsent(writer, unused -> new OpenLine());
        decodeRest(line);
        add(stream, line, text);
        if (ends) {
            add(stream, line, "\n");
        }
        forgetIfEmpty(writer, line);
    }

    /** Adds bytes that the calling thread wrote. A character may be spread over several calls. */
    void add(LogLine.Stream stream, ByteBuffer bytes, Charset charset) {
        Writer writer = new Writer(Thread.currentThread(), stream);
        OpenLine line = lines.computeIfAbsent(writer, unused -> new OpenLine());
        add(stream, line, decode(line, bytes, charset));
        forgetIfEmpty(writer, line);
    }

    /** Ends all lines. */
    void end() {
        for (Map.Entry<Writer, OpenLine> each : lines.entrySet()) {
            OpenLine line = each.getValue();
            decodeRest(line);
            if (line.text.length() > 0) {
                receiver.line(each.getKey().stream(), line.text.toString());
            }
        }
        lines.clear();
        characters = 0;
    }

    private void forgetIfEmpty(Writer writer, OpenLine line) {
        if (line.text.length() == 0 && line.undecoded.length == 0 && !line.afterReturn) {
            lines.remove(writer);
        }
    }

    private void add(LogLine.Stream stream, OpenLine line, String text) {
        int start = line.afterReturn && text.startsWith("\n") ? 1 : 0;
        line.afterReturn &= text.isEmpty();
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\n' || character == '\r') {
                keep(line, text, start, i);
                tell(stream, line);
                boolean last = i + 1 == text.length();
                line.afterReturn = character == '\r' && last;
                if (character == '\r' && !last && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        if (start < text.length()) {
            keep(line, text, start, text.length());
            if (characters > most) {
                tell(stream, line);
            }
        }
    }

    private void keep(OpenLine line, String text, int start, int end) {
        line.text.append(text, start, end);
        characters += end - start;
    }

    private void tell(LogLine.Stream stream, OpenLine line) {
        String text = line.text.toString();
        characters -= text.length();
        line.text.setLength(0);
        if (line.text.capacity() > 1 << 16) {
            line.text.trimToSize();
        }
        receiver.line(stream, text);
    }

    private static boolean hasBreak(String text) {
        return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
    }

    private static String decode(OpenLine line, ByteBuffer bytes, Charset charset) {
        ByteBuffer all = ByteBuffer.allocate(line.undecoded.length + bytes.remaining());
        all.put(line.undecoded).put(bytes).flip();
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(all.remaining() * (double) decoder.maxCharsPerByte()));
        decoder.decode(all, text, false);
        line.undecoded = new byte[all.remaining()];
        all.get(line.undecoded);
        return text.flip().toString();
    }

    /** Bytes of which the rest never came are no character. */
    private void decodeRest(OpenLine line) {
        if (line.undecoded.length > 0) {
            line.undecoded = new byte[0];
            keep(line, "\uFFFD", 0, 1);
        }
    }
}
