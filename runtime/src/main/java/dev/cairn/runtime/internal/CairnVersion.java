package dev.cairn.runtime.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this runtime. */
public final class CairnVersion {
    private static final String VERSION = read();

    private CairnVersion() {}

    /** {@return the version, such as {@code 0.1.0}} */
    public static String current() {
        return VERSION;
    }

    private static String read() {
        try (InputStream input = CairnVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(input);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
