package dev.cairn.transfer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads JSON objects, one on each line, of which only one is in memory. Not thread-safe. */
final class Lines {
    /** In bytes. A record may hold thousands of small values, a line of output 16 MB. */
    static final int LONGEST = 64 * 1024 * 1024;

    private static final int BUFFER = 1 << 16;

    private Lines() {}

    /** Gets an object. */
    @FunctionalInterface
    interface Reader {
        void read(JsonObject json) throws IOException;
    }

    /** Reads all lines of an entry. */
    static void read(String entry, InputStream input, Reader reader) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long number = 1;
        for (int length = input.read(buffer); length >= 0; length = input.read(buffer)) {
            int from = 0;
            for (int i = 0; i < length; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    from = i + 1;
                    read(entry, number, line, reader);
                    number++;
                }
            }
            line.write(buffer, from, length - from);
            if (line.size() > LONGEST) {
                throw at(entry, number, "it is too long");
            }
        }
        if (line.size() > 0) {
            throw at(entry, number, "it does not end");
        }
    }

    private static void read(String entry, long number, ByteArrayOutputStream line, Reader reader) throws IOException {
        try {
            reader.read(JsonObject.parse(line.toByteArray()));
        } catch (BadExportException e) {
            throw at(entry, number, String.valueOf(e.getMessage()));
        }
        line.reset();
    }

    private static BadExportException at(String entry, long number, String what) {
        return new BadExportException("line " + number + " of its `" + entry + "` is wrong: " + what);
    }
}
