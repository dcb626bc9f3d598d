package dev.cairn.benchmarks.processor;

import java.util.Locale;

/**
 * An artifact of a generated flow.
 *
 * @param name its name
 * @param kind its type
 */
record Artifact(String name, Kind kind) {
    /** The types of artifacts, with an expression that makes an {@code int} of a value, and one that makes a value of it. */
    enum Kind {
        FLAG("boolean", "(%s ? 1 : 0)", "%s %% 2 == 0"),
        COUNT("int", "%s", "%s"),
        PRICE("double", "(int) %s", "%s / 4.0"),
        TITLE("String", "%s.length()", "\"title \" + %s"),
        WORDS("List<String>", "%s.size()", "new ArrayList<>(List.of(\"first\", \"word \" + %s))"),
        ITEMS("List<Integer>", "%s.size()", "new ArrayList<>(List.of(1, 2, %s))"),
        WEIGHTS("Map<String, Double>", "%s.size()", "new HashMap<>(Map.of(\"weight\", %s * 2.0))"),
        SAMPLE("Sample", "%s.size()", "new Sample(\"sample\", %s, List.of(0.5, 1.5))"),
        QUALITY("Quality", "%s.ordinal()", "Quality.values()[%s & 1]"),
        SERIES("double[]", "%s.length", "new double[] {%s, 2}");

        private final String type;
        private final String number;
        private final String value;

        Kind(String type, String number, String value) {
            this.type = type;
            this.number = number;
            this.value = value;
        }

        /** The type, as in the source. */
        String type() {
            return type;
        }
    }

    /** The artifact of this number: the kinds take turns. */
    static Artifact of(int number) {
        Kind[] kinds = Kind.values();
        Kind kind = kinds[number % kinds.length];
        return new Artifact(kind.name().toLowerCase(Locale.ROOT) + number / kinds.length, kind);
    }

    /** An expression that makes an {@code int} of its value, which is at hand as {@code value}. */
    String number(String value) {
        return kind.number.formatted(value);
    }

    /** An expression that makes an {@code int} of the field. */
    String number() {
        return number(name);
    }

    /** A statement that assigns it a value that is made of an {@code int}. */
    String assignment(String number) {
        return name + " = " + kind.value.formatted(number) + ";";
    }

    /** Its constant in the generated enum of the names. */
    String constant() {
        return name.toUpperCase(Locale.ROOT);
    }
}
