package dev.cairn.processor.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A flow of {@code hostile-bodies.txt}.
 *
 * @param title what is hostile about it
 * @param source the class
 */
record HostileBodies(String title, String source) {
    private static final Pattern VERSION = Pattern.compile("\\((\\d+)\\)$");

    /** Those that this version of Java takes. */
    static List<HostileBodies> all() {
        List<HostileBodies> flows = new ArrayList<>();
        for (String section : text().split("(?m)^== ")) {
            String title = section.lines().findFirst().orElseThrow();
            String members = section.substring(title.length());
            Matcher version = VERSION.matcher(title);
            boolean isFlow = flows.isEmpty() && title.startsWith("Members of flows");
            if (!isFlow
                    && (!version.find()
                            || Integer.parseInt(version.group(1))
                                    <= Runtime.version().feature())) {
                flows.add(new HostileBodies(title, members.contains("@Flow") ? members : Bodies.flow(members)));
            }
        }
        return flows;
    }

    private static String text() {
        try (InputStream stream =
                Objects.requireNonNull(HostileBodies.class.getResourceAsStream("hostile-bodies.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
