package dev.cairn.engine.output;

import dev.cairn.datastore.LogLine;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code System.out} or {@code System.err}: what somebody writes goes to the log that it belongs to; what is nobody's goes to
 * the original stream. Text is not encoded on its way, and threads do not wait for each other here. Thread-safe.
 */
@SuppressWarnings("AnnotateFormatMethod") // the formats are those of whoever prints
final class CapturedStream extends PrintStream {
    private final LogLine.Stream stream;
    private final PrintStream original;
    private final Charset charset;

    CapturedStream(LogLine.Stream stream, PrintStream original) {
        super(original);
        this.stream = stream;
        this.original = original;
        this.charset = charsetOf(stream);
    }

    /** The encoding that the virtual machine uses for the terminal: bytes that are written here were encoded for that. */
    private static Charset charsetOf(LogLine.Stream stream) {
        String name = stream == LogLine.Stream.OUT ? "stdout.encoding" : "stderr.encoding";
        String known = System.getProperty(name, System.getProperty("sun." + name));
        try {
            return known == null ? Charset.defaultCharset() : Charset.forName(known);
        } catch (IllegalArgumentException e) {
            return Charset.defaultCharset();
        }
    }

    PrintStream original() {
        return original;
    }

    private void put(String text) {
        if (!StandardStreams.write(log -> log.write(stream, text, false))) {
            original.print(text);
        }
    }

    private void putLine(String text) {
        if (!StandardStreams.write(log -> log.write(stream, text, true))) {
            original.println(text);
        }
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        ByteBuffer written = ByteBuffer.wrap(bytes, offset, length);
        if (!StandardStreams.write(log -> log.write(stream, written, charset))) {
            original.write(bytes, offset, length);
        }
    }

    @Override
    public void flush() {
        original.flush();
    }

    /** A step that closes a standard stream would close it for all. */
    @Override
    public void close() {
        if (!StandardStreams.write(log -> true)) {
            original.close();
        }
    }

    @Override
    public boolean checkError() {
        return original.checkError();
    }

    @Override
    public void print(boolean value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(char value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(int value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(long value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(float value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(double value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(@Nullable String value) {
        put(String.valueOf(value));
    }

    @Override
    public void print(@Nullable Object value) {
        put(String.valueOf(value));
    }

    @Override
    public void println() {
        putLine("");
    }

    @Override
    public void println(boolean value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(char value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(int value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(long value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(float value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(double value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable String value) {
        putLine(String.valueOf(value));
    }

    @Override
    public void println(@Nullable Object value) {
        putLine(String.valueOf(value));
    }

    @Override
    public PrintStream printf(String format, @Nullable Object... arguments) {
        return format(format, arguments);
    }

    @Override
    public PrintStream printf(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        return format(locale, format, arguments);
    }

    @Override
    public PrintStream format(String format, @Nullable Object... arguments) {
        put(String.format(format, arguments));
        return this;
    }

    @Override
    public PrintStream format(@Nullable Locale locale, String format, @Nullable Object... arguments) {
        put(String.format(locale, format, arguments));
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text) {
        put(String.valueOf(text));
        return this;
    }

    @Override
    public PrintStream append(@Nullable CharSequence text, int start, int end) {
        put(String.valueOf(text).substring(start, end));
        return this;
    }

    @Override
    public PrintStream append(char character) {
        put(String.valueOf(character));
        return this;
    }
}
