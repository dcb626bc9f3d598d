package dev.cairn.engine;

import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.internal.PlainText;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints lines of output with their time and path, to a stream that works. Thread-safe. */
final class PrintedOutput implements OutputListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private final Supplier<PrintStream> stream;
    private volatile @Nullable PrintStream broken;

    PrintedOutput(Supplier<PrintStream> stream) {
        this.stream = stream;
    }

    @Override
    public void line(String path, LogLine line) {
        PrintStream current = stream.get();
        if (current != broken) {
            String time = TIME.format(line.at().atZone(ZoneId.systemDefault()));
            current.println(time + " [" + path + "] " + PlainText.of(line.text()));
            if (current.checkError()) { // which a stream never takes back
                broken = current;
            }
        }
    }
}
