package dev.cairn.samples.truth;

import java.util.List;
import java.util.Set;

/** Ways to get at an artifact's value in order to change it: by name, by another name, in a helper, in a lambda. Used by one thread. */
final class Ways {
    private final Draw draw;
    private final List<Line> helpers;

    /** New helpers are added to {@code helpers}. */
    Ways(Draw draw, List<Line> helpers) {
        this.draw = draw;
        this.helpers = helpers;
    }

    /** Statements that change what {@code value} holds, an expression of that kind. */
    String change(Kind kind, String value) {
        String type = kind.type;
        String local = draw.name("local");
        return switch (draw.below(20)) {
            case 0, 1 -> "var " + local + " = " + value + "; " + Changes.of(kind, local, draw);
            case 2 -> {
                String helper = draw.name("change");
                String modifiers = draw.chance(50) ? "static " : draw.chance(30) ? "private " : "";
                helper(modifiers + "void " + helper + "(" + type + " value) { " + Changes.of(kind, "value", draw)
                        + " }");
                yield helper + "(" + value + ");";
            }
            case 3 -> {
                String helper = draw.name("deep");
                String inner = draw.name("deeper");
                helper("static void " + inner + "(" + type + " value) { " + Changes.of(kind, "value", draw) + " }");
                helper("void " + helper + "(" + type + " other) { " + inner + "(other); }");
                yield helper + "(" + value + ");";
            }
            case 4 ->
                "Runnable " + local + " = () -> { var held = " + value + "; " + Changes.of(kind, "held", draw) + " }; "
                        + local + ".run();";
            case 5 -> "Stream.of(1).forEach(once -> { " + Changes.of(kind, value, draw) + " });";
            case 6 -> "List.of(" + value + ").forEach(value -> { " + Changes.of(kind, "value", draw) + " });";
            case 7 -> "Optional.of(" + value + ").ifPresent(value -> { " + Changes.of(kind, "value", draw) + " });";
            case 8 ->
                "Consumer<" + type + "> " + local + " = value -> { " + Changes.of(kind, "value", draw) + " }; " + local
                        + ".accept(" + value + ");";
            case 9 ->
                "for (" + type + " " + local + " : List.of(" + value + ")) { " + Changes.of(kind, local, draw) + " }";
            case 10 -> "try { " + Changes.of(kind, value, draw) + " } finally { int done = 1; }";
            case 11 -> Changes.of(kind, "((" + type + ") " + value + ")", draw);
            case 12 ->
                "{ final " + type + " " + local + "; " + local + " = " + value + "; " + Changes.of(kind, local, draw)
                        + " }";
            case 13 ->
                kind == Kind.LIST
                        ? "if (" + value + " instanceof AbstractList<Integer> " + local + ") { "
                                + Changes.of(kind, local, draw) + " }"
                        : Changes.of(kind, value, draw);
            case 14 -> {
                String other = draw.name("Other");
                boolean isStatic = draw.chance(70);
                helper("static class " + other + " { " + (isStatic ? "static " : "") + "void change(" + type
                        + " value) { " + Changes.of(kind, "value", draw) + " } }");
                yield (isStatic ? other : "new " + other + "()") + ".change(" + value + ");";
            }
            default -> Changes.of(kind, value, draw);
        };
    }

    /** Statements that change the field of this name, also by ways that only fields have. */
    String changeField(Kind kind, String field) {
        return switch (draw.below(10)) {
            case 0 -> {
                String helper = draw.name("touch");
                helper("void " + helper + "() { " + Changes.of(kind, field, draw) + " }");
                yield helper + "();";
            }
            case 1 -> {
                String helper = draw.name("its");
                helper(kind.type + " " + helper + "() { return " + field + "; }");
                yield Changes.of(kind, helper + "()", draw);
            }
            case 2 -> {
                String helper = draw.name("refer");
                helper("void " + helper + "() { " + Changes.of(kind, field, draw) + " }");
                yield "Runnable " + draw.name("run") + " = this::" + helper + "; " + helper + "();";
            }
            case 3 -> change(kind, "this." + field);
            default -> change(kind, field);
        };
    }

    /** The statements, perhaps under a condition or in a loop. */
    String wrapped(String statements) {
        return switch (draw.below(12)) {
            case 0, 1 -> "if (flag) { " + statements + " }";
            case 2 -> "if (!flag) { " + statements + " } else { int other = 2; }";
            case 3 -> "for (int " + draw.name("round") + " = 0; flag; ) { " + statements + " break; }";
            case 4 -> "switch (flag ? 1 : 2) { case 1 -> { " + statements + " } default -> { } }";
            default -> statements;
        };
    }

    private void helper(String text) {
        helpers.add(new Line(text, Set.of(), Set.of()));
    }
}
