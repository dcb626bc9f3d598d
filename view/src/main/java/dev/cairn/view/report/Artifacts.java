package dev.cairn.view.report;

import dev.cairn.client.DataArtifact;
import dev.cairn.codec.CodecException;
import dev.cairn.codec.Tree;
import dev.cairn.datastore.DatastoreException;
import dev.cairn.runtime.internal.ByteSize;
import java.lang.reflect.Array;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What artifacts look like in a table. */
final class Artifacts {
    private static final String INCLUDED_FILE = "IncludedFile";
    private static final String BYTES = ", content: [";
    private static final int ADDRESS = 12;
    private static final int LONGEST_TYPE = 60;
    private static final long PLOTTED_BYTES = 200_000;
    private static final int LEAST_PLOTTED = 3;

    private Artifacts() {}

    /** The beginning of the text of a value; a word in its place if it has none. */
    static Optional<String> preview(DataArtifact artifact) {
        try {
            Optional<String> preview = artifact.preview();
            return artifact.type().equals(INCLUDED_FILE) ? preview.map(Artifacts::withoutBytes) : preview;
        } catch (DatastoreException | CodecException e) {
            return Optional.of("(damaged: " + e.getMessage() + ")");
        }
    }

    /** Of a file, its name is worth more than the numbers of its bytes. */
    private static String withoutBytes(String text) {
        int content = text.indexOf(BYTES);
        return content < 0 ? text : text.substring(0, content) + "}";
    }

    /** The beginning of a value, as code. */
    static void writeValue(Html html, DataArtifact artifact) {
        Optional<String> preview = preview(artifact);
        if (preview.isPresent()) {
            html.open("code", "class", "value").lines(preview.get()).close();
        } else {
            html.element("span", "not shown", "class", "faint");
        }
    }

    static void writeType(Html html, String type) {
        html.element("code", ShortText.of(type, LONGEST_TYPE), "class", "type");
    }

    /** The beginning of an address, which is enough for people to compare. */
    static void writeAddress(Html html, String sha) {
        html.element("code", sha.substring(0, ADDRESS), "class", "address", "title", sha);
    }

    /** {@code 1.3 GB}. */
    static String size(long bytes) {
        return ByteSize.text(bytes);
    }

    /** The numbers of a list or array that is worth a plot; null if the value is something else. */
    static @Nullable NumberSeries numbers(DataArtifact artifact) {
        String type = artifact.type();
        boolean sequence = type.endsWith("[]") || type.startsWith("List<") || type.startsWith("ArrayList<");
        if (!sequence || type.endsWith("[][]") || artifact.size() > PLOTTED_BYTES) {
            return null;
        }
        try {
            double[] numbers = numbers(artifact.tree());
            return numbers.length < LEAST_PLOTTED ? null : NumberSeries.of(numbers);
        } catch (DatastoreException | CodecException e) {
            return null; // the preview says so
        }
    }

    private static double[] numbers(Tree tree) {
        if (tree instanceof Tree.Primitives primitives
                && !(primitives.array() instanceof boolean[])
                && !(primitives.array() instanceof char[])
                && !(primitives.array() instanceof byte[])) {
            double[] numbers = new double[Array.getLength(primitives.array())];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Array.getDouble(primitives.array(), i);
            }
            return numbers;
        }
        List<Tree> elements = tree instanceof Tree.Sequence sequence ? sequence.elements() : List.of();
        boolean allNumbers = elements.stream()
                .allMatch(element -> element instanceof Tree.Scalar scalar && scalar.value() instanceof Number);
        return allNumbers
                ? elements.stream()
                        .mapToDouble(element -> ((Number) ((Tree.Scalar) element).value()).doubleValue())
                        .toArray()
                : new double[0];
    }
}
