package dev.cairn.engine;

import dev.cairn.datastore.LogLine;
import dev.cairn.runtime.internal.PlainText;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/** Prints lines of output with their time and path. */
record PrintedOutput(Supplier<PrintStream> stream) implements OutputListener {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    @Override
    public void line(String path, LogLine line) {
        String time = TIME.format(line.at().atZone(ZoneId.systemDefault()));
        stream.get().println(time + " [" + path + "] " + PlainText.of(line.text()));
    }
}
