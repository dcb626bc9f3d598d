package dev.cairn.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this processor, which generated code names so that a runtime can tell whether it can serve it. */
final class ProcessorVersion {
    private static final String CURRENT = read();

    private ProcessorVersion() {}

    /** The version, such as {@code 0.1.0}. */
    static String current() {
        return CURRENT;
    }

    private static String read() {
        try (InputStream input = ProcessorVersion.class.getResourceAsStream("version.properties")) {
            if (input == null) {
                throw new IllegalStateException("the processor's jar has no version.properties");
            }
            Properties properties = new Properties();
            properties.load(input);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
