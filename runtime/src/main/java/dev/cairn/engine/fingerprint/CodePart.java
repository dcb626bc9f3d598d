package dev.cairn.engine.fingerprint;

import java.util.Comparator;

/**
 * A part of the code that a step reaches. Immutable. Methods of the flow's own code come first, libraries last.
 *
 * @param kind what it is
 * @param name tells it apart from others of its kind
 */
record CodePart(Kind kind, String name) implements Comparable<CodePart> {
    private static final Comparator<CodePart> ORDER =
            Comparator.comparing(CodePart::kind).thenComparing(CodePart::name);

    private static final String CONSTRUCTOR = ".<init>";
    private static final String STATIC_INITIALISER = ".<clinit>";
    private static final String OF_FIELD = ".initialiser of ";
    private static final String NAMELESS = "in ";

    /** The kinds, in the order in which they are named. */
    enum Kind {
        /** A unit, by its id. */
        CODE,
        /** A static field that is read. */
        CONSTANT,
        /** An artifact that is used. */
        ARTIFACT,
        /** A jar, or another folder of classes. */
        LIBRARY
    }

    /** No name has a tab or the end of a line, which would divide it. */
    CodePart {
        name = name.replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
    }

    static CodePart of(Unit unit) {
        return new CodePart(Kind.CODE, unit.id().replace('/', '.'));
    }

    @Override
    public int compareTo(CodePart other) {
        return ORDER.compare(this, other);
    }

    /** For people. */
    String shown() {
        return switch (kind) {
            case CODE -> code(name);
            case CONSTANT -> "`" + name + "`";
            case ARTIFACT -> "the type of artifact `" + name + "`";
            case LIBRARY -> "library `" + name + "`";
        };
    }

    private static String code(String id) {
        int end = id.indexOf('(');
        String place = end < 0 ? id : id.substring(0, end);
        if (place.startsWith(NAMELESS)) {
            String inside = place.substring(NAMELESS.length());
            return "an anonymous or local class in `" + inside.substring(0, inside.lastIndexOf(' ')) + "`";
        } else if (place.endsWith(CONSTRUCTOR)) {
            return "a constructor of `" + place.substring(0, place.length() - CONSTRUCTOR.length()) + "`";
        } else if (place.endsWith(STATIC_INITIALISER)) {
            return "the static initialiser of `" + place.substring(0, place.length() - STATIC_INITIALISER.length())
                    + "`";
        }
        int field = place.indexOf(OF_FIELD);
        return field < 0
                ? "`" + place + "`"
                : "the initialiser of `" + place.substring(0, field) + "." + place.substring(field + OF_FIELD.length())
                        + "`";
    }
}
